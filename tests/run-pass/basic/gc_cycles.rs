// Cycles of shared handles: rings of nodes, of which the last 4096 are kept.
use wasm::{GcArray, GcBox, GcRc, GcString};

#[derive(Clone, Copy)]
struct Node {
    next: Option<GcBox<Node>>,
    owner: Option<GcRc<Ring>>,
    data: u64,
}

struct Ring {
    name: GcString,
    nodes: GcArray<Option<GcBox<Node>>>,
}

fn ring(number: u64) -> GcRc<Ring> {
    let ring = GcRc::new(Ring {
        name: GcString::from_static("ring"),
        nodes: GcArray::from_elem(None, 8),
    });
    let mut last = None;
    for i in 0..8 {
        let node = GcBox::new(Node {
            next: last,
            owner: Some(ring),
            data: number + i,
        });
        ring.nodes.set(i as usize, Some(node));
        last = Some(node);
    }
    let first = ring.nodes.get(0).expect("set above");
    first.with_mut(|node| node.next = last);
    ring
}

fn main() {
    let kept = GcArray::from_fn(4096, |i| ring(i as u64));
    for number in 0..400_000 {
        kept.set(number as usize % kept.len(), ring(number));
    }
    let mut node = kept.get(3).nodes.get(5).expect("rings are full");
    let mut sum = 0;
    for _ in 0..100 {
        sum += node.get().data;
        node = node.get().next.expect("a ring has no end");
    }
    let owner = node.get().owner.expect("every node has one");
    println!("{} {sum} {}", owner.name, owner.ptr_eq(kept.get(3)));
}
