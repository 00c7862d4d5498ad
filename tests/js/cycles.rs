// Cycles through the program's objects and JavaScript's, a few hundred
// megabytes of them, in the small heap that these tests have.
#![crate_type = "cdylib"]
use wasm::{GcBox, JsValue, js::IntoJs};

struct Node {
    weight: Vec<u64>,
    peer: JsValue,
    next: Option<GcBox<Node>>,
}

fn node(peer: JsValue) -> GcBox<Node> {
    let weight = vec![1; 128];
    GcBox::new(Node { weight, peer, next: None })
}

/// Two nodes that know each other; one also knows the object, which has a
/// closure that knows the other.
#[wasm::export]
fn tie(object: JsValue) -> Result<(), JsValue> {
    let a = node(JsValue::null());
    let b = node(object.clone());
    a.with_mut(|node| node.next = Some(b));
    b.with_mut(|node| node.next = Some(a));
    let sum: Box<dyn Fn() -> f64> = Box::new(move || {
        let next = a.with(|node| node.next);
        next.map_or(0.0, |next| next.with(|node| node.weight.iter().sum::<u64>() as f64))
    });
    object.set("sum", &sum.into_js())
}

/// Keeps an object that keeps it.
#[wasm::export]
pub struct Keeper {
    kept: Vec<JsValue>,
    weight: Vec<u64>,
}

#[wasm::export]
impl Keeper {
    pub fn new() -> Keeper {
        Keeper { kept: Vec::new(), weight: vec![2; 128] }
    }

    pub fn keep(&mut self, object: JsValue) {
        self.kept.push(object);
    }

    #[wasm::export(get)]
    pub fn weight(&self) -> f64 {
        self.weight.iter().sum::<u64>() as f64 * self.kept.len() as f64
    }
}

#[wasm::export]
fn peer_of(object: JsValue) -> bool {
    node(object.clone()).with(|node| node.peer == object)
}
