//! The end of the function: what is there returns by itself.
//!
//! ```text
//! if l0 { (call f); return } else { (call g) }   =>   if l0 { (call f) } else { (call g) }
//! ```

use crate::wir::ir::*;

pub(super) fn run(func: &mut WFunc) {
    if func.results.is_empty() {
        strip(&mut func.body);
    }
}

fn strip(body: &mut Vec<Ex>) {
    match body.last_mut() {
        Some(Ex::Return(_)) => {
            body.pop();
            strip(body);
        }
        Some(Ex::If {
            result: None,
            then,
            els,
            ..
        }) => {
            strip(then);
            strip(els);
        }
        Some(Ex::Block {
            result: None, body, ..
        }) => strip(body),
        _ => {}
    }
}
