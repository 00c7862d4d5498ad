//! Bodies of the library, kept from one compilation to the next.
//!
//! The library's bodies are the same in every compilation: what they mean
//! depends on the library alone. Inferring them anew is a quarter of the work
//! of compiling a small program, so a caller may store what [`Kept::with_new`]
//! gives and hand it back the next time. Whoever stores it makes sure that the
//! library, its `cfg`s and this crate are the same then.
//!
//! rust-analyzer's ids change from run to run. In here items are called by
//! where they stand: a row in a table says "function 3 of impl 7", and is
//! resolved when somebody asks. Nothing is kept that has errors or holds
//! closures: those are known by expressions, which have no lasting names.

mod codec;
mod names;
mod spans;
mod store;
mod thir;

use crate::{Cx, ids, items, tables::LoweredBody};
use codec::{Reader, Writer};
use hir_def::{expr_store::Body as HirBody, hir::Expr};
use names::{Item, Resolved};
use std::sync::{Arc, Mutex};
use store::Store;
use wrc_thir::{Body, BodyOwner};

/// What was kept, and what came new.
#[derive(Default)]
pub(crate) struct Kept {
    store: Store,
    resolved: Resolved,
    new: Mutex<Vec<BodyOwner>>,
}

impl Kept {
    /// From the bytes of an earlier [`Kept::with_new`]; of others it is empty.
    pub fn parse(bytes: &[u8]) -> Kept {
        let store = Store::parse(bytes).unwrap_or_default();
        Kept {
            resolved: Resolved::of(&store),
            store,
            new: Mutex::default(),
        }
    }

    /// The body as it was lowered before.
    pub fn body(&self, cx: Cx<'_>, owner: BodyOwner) -> Option<LoweredBody> {
        let number = self.number(cx, item_of(owner)?)?;
        let row = self.store.bodies.get(&number)?;
        let mut from = Reader::new(cx, self, row);
        let body = thir::take_body(&mut from, owner)?;
        let map = spans::take(&mut from, &body)?;
        Some(LoweredBody {
            body: Some(Arc::new(body)),
            map: Arc::new(map),
            errors: Vec::new(),
            closures: Vec::new(),
            captures: Vec::new(),
        })
    }

    /// Remembers a body that was not here.
    pub fn note(&self, cx: Cx<'_>, owner: BodyOwner, lowered: &LoweredBody) {
        let is_plain = lowered.body.is_some() && lowered.closures.is_empty();
        let module = item_of(owner).map(|item| item.module(cx.db));
        if is_plain && module.is_some_and(|it| items::is_library(cx, it)) {
            self.new
                .lock()
                .expect("no panic under the lock")
                .push(owner);
        }
    }

    /// All bodies with the new ones; `None` when there are none.
    pub fn with_new(&self, cx: Cx<'_>) -> Option<Vec<u8>> {
        let new = self.new.lock().expect("no panic under the lock");
        let mut out = Writer::new(cx, self);
        for owner in new.iter() {
            let lowered = cx.tables.bodies.get(owner)?;
            let body = lowered.body.as_ref()?;
            if let Some(item) = out.number(item_of(*owner)?)
                && put(&mut out, body, &lowered).is_some()
            {
                out.finish_body(item);
            }
        }
        let store = out.finish();
        (store.bodies.len() > self.store.bodies.len()).then(|| store.bytes())
    }
}

/// Is it a function of the library whose body was left out of its source? `_`
/// stands for it there, which is no expression.
pub(crate) fn is_left_out(cx: Cx<'_>, owner: BodyOwner) -> bool {
    let BodyOwner::Fn(def) = owner else {
        return false;
    };
    let id = ids::function_id(def);
    if !items::is_library(cx, id) {
        return false;
    }
    let body = HirBody::of(cx.db, id.into());
    match &body[body.root_expr()] {
        Expr::Block {
            tail: Some(tail), ..
        } => matches!(body[*tail], Expr::Underscore),
        _ => false,
    }
}

fn put(out: &mut Writer<'_, '_>, body: &Body, lowered: &LoweredBody) -> Option<()> {
    out.start();
    thir::put_body(out, body)?;
    spans::put(out, body, &lowered.map)
}

/// The item whose body it is, when it has a lasting name.
fn item_of(owner: BodyOwner) -> Option<Item> {
    Some(match owner {
        BodyOwner::Fn(def) => Item::Fn(ids::function_id(def)),
        BodyOwner::Static(def) => Item::Static(ids::static_id(def)),
        BodyOwner::Const(def) => match ids::any_const(def) {
            ids::AnyConst::Item(it) => Item::Const(it),
            ids::AnyConst::Anon(_) | ids::AnyConst::Discriminant(_) => return None,
        },
        BodyOwner::Closure(_) => return None,
    })
}
