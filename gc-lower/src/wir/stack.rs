//! Results of calls that stay on the stack.
//!
//! ```text
//! l0, l1 = (call pair)
//! return (call f l0 l1 7)     =>   call pair, i32.const 7, call f
//! ```
//!
//! A call's first results need no locals when the next statement begins with
//! reading them, in order, and nothing else does.

use wrc_base::{EntityRef, FxHashMap};

use super::{ir::*, local_set::LocalSet, walk::walk_children};

/// The locals that codegen leaves out.
pub fn kept_results(func: &WFunc) -> LocalSet {
    let mut cx = Cx::default();
    cx.list(&func.body);
    let mut kept = LocalSet::default();
    for local in cx.candidates.iter() {
        if cx.uses.get(&local) == Some(&2) && local.index() >= func.params.len() {
            kept.insert(local);
        }
    }
    // All results before a kept one must be kept.
    for (results, leading) in cx.calls {
        let is_kept = |at: &usize| results[*at].is_some_and(|local| kept.contains(local));
        let prefix = (0..leading).take_while(is_kept).count();
        results[prefix..leading]
            .iter()
            .flatten()
            .for_each(|local| kept.remove(*local));
    }
    kept
}

#[derive(Default)]
struct Cx {
    candidates: LocalSet,
    /// Reads and writes of each local that is a result.
    uses: FxHashMap<WLocal, u32>,
    /// Results and how many of them the next statement begins with.
    calls: Vec<(Vec<Option<WLocal>>, usize)>,
}

impl Cx {
    fn list(&mut self, body: &[Ex]) {
        for (at, ex) in body.iter().enumerate() {
            if let (Ex::SetMulti(results, _), Some(next)) = (ex, body.get(at + 1)) {
                let mut gets = Vec::new();
                leading_gets(next, &mut gets);
                let both = results.iter().zip(&gets);
                let count = both
                    .take_while(|(result, get)| **result == Some(**get))
                    .count();
                results[..count].iter().flatten().for_each(|local| {
                    self.candidates.insert(*local);
                });
                self.calls.push((results.clone(), count));
            }
            self.ex(ex);
        }
    }

    fn ex(&mut self, ex: &Ex) {
        match ex {
            Ex::Get(local) | Ex::Set(local, _) | Ex::Tee(local, _) => {
                *self.uses.entry(*local).or_default() += 1;
            }
            Ex::SetMulti(locals, _) => {
                for local in locals.iter().flatten() {
                    *self.uses.entry(*local).or_default() += 1;
                }
            }
            _ => {}
        }
        match ex {
            Ex::Block { body, .. } | Ex::Loop { body, .. } => self.list(body),
            Ex::If {
                cond, then, els, ..
            } => {
                self.ex(cond);
                self.list(then);
                self.list(els);
            }
            _ => walk_children(ex, &mut |child| self.ex(child)),
        }
    }
}

/// Locals whose reads are the first instructions of the expression; false
/// when another instruction follows them.
fn leading_gets(ex: &Ex, gets: &mut Vec<WLocal>) -> bool {
    match ex {
        Ex::Get(local) => {
            gets.push(*local);
            true
        }
        Ex::Block { .. } | Ex::Loop { .. } => false,
        Ex::If { cond, .. } => {
            leading_gets(cond, gets);
            false
        }
        _ => {
            let mut goes_on = true;
            walk_children(ex, &mut |child| {
                goes_on = goes_on && leading_gets(child, gets)
            });
            false
        }
    }
}
