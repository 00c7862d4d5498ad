//! Values move into the trees that use them.
//!
//! ```text
//! l1 = (call f)                  return (call h (call f) (tee l2 (call g)) l2)
//! l2 = (call g)             =>
//! return (call h l1 l2 l2)
//! ```
//!
//! A statement takes up the stores before it, last one first: a local with
//! one store and one use disappears, another one is stored where it is used
//! first. The value may not pass anything it depends on or that depends on
//! it; one without side effects may end up in an arm that is not taken, and
//! none moves into a loop.

use wrc_base::PrimaryMap;
use wrc_object::*;

use crate::wir::{
    effects::Effects,
    ir::*,
    walk::{walk_children, walk_children_mut},
};

pub(super) fn run(func: &mut WFunc, program: &Program) {
    let mut uses: PrimaryMap<WLocal, Uses> =
        func.locals.values().map(|_| Uses::default()).collect();
    func.body.iter().for_each(|ex| count(ex, &mut uses));
    let params = func.params.len();
    // A parameter has a value before its first store.
    uses.values_mut()
        .take(params)
        .for_each(|uses| uses.sets += 1);
    let mut body = std::mem::take(&mut func.body);
    Cx { program, uses }.list(&mut body);
    func.body = body;
}

#[derive(Clone, Default)]
struct Uses {
    gets: u32,
    sets: u32,
}

fn count(ex: &Ex, uses: &mut PrimaryMap<WLocal, Uses>) {
    match ex {
        Ex::Get(local) => uses[*local].gets += 1,
        Ex::Set(local, _) | Ex::Tee(local, _) => uses[*local].sets += 1,
        Ex::SetMulti(locals, _) => {
            locals
                .iter()
                .flatten()
                .for_each(|local| uses[*local].sets += 1);
        }
        _ => {}
    }
    walk_children(ex, &mut |child| count(child, uses));
}

struct Cx<'a> {
    program: &'a Program,
    uses: PrimaryMap<WLocal, Uses>,
}

/// A store looks at so many statements after it.
const WINDOW: usize = 12;

/// A store on its way into a statement.
struct Moved {
    local: WLocal,
    /// Taken when it is placed.
    value: Option<Ex>,
    effects: Effects,
    /// The local has no other use: the store itself disappears.
    is_only: bool,
}

#[derive(PartialEq)]
enum Step {
    /// The use lies further on.
    On,
    /// Placed, or it cannot be.
    Done,
}

impl Cx<'_> {
    fn list(&mut self, body: &mut Vec<Ex>) {
        let old = std::mem::take(body);
        let mut effects: Vec<Effects> = Vec::new();
        for mut ex in old {
            self.inside(&mut ex);
            let mut own = Effects::of(&ex, self.program);
            if self.absorb(&mut ex, &own, body, &mut effects) {
                own = Effects::of(&ex, self.program);
            }
            body.push(ex);
            effects.push(own);
        }
    }

    fn inside(&mut self, ex: &mut Ex) {
        match ex {
            Ex::Block { body, .. } | Ex::Loop { body, .. } => self.list(body),
            Ex::If {
                cond, then, els, ..
            } => {
                self.inside(cond);
                self.list(then);
                self.list(els);
            }
            _ => walk_children_mut(ex, &mut |child| self.inside(child)),
        }
    }

    /// Moves stores at the end of `before` into the statement.
    fn absorb(
        &mut self,
        ex: &mut Ex,
        own: &Effects,
        before: &mut Vec<Ex>,
        effects: &mut Vec<Effects>,
    ) -> bool {
        let mut passed = Effects::default();
        let mut reads = own.reads.clone();
        let mut any = false;
        let mut at = before.len();
        let stop = before.len().saturating_sub(WINDOW);
        while at > stop {
            at -= 1;
            let store = match &mut before[at] {
                Ex::Set(local, value) if reads.contains(*local) => Some((*local, value)),
                _ => None,
            };
            if let Some((local, value)) = store
                && let Some(moved) = self.place(ex, local, value, &effects[at], &passed)
            {
                any = true;
                reads.union(&moved.reads);
                before.remove(at);
                effects.remove(at);
            } else {
                passed.merge(&effects[at]);
            }
        }
        any
    }

    /// Places one store, if that is possible; its effects.
    fn place(
        &mut self,
        ex: &mut Ex,
        local: WLocal,
        value: &mut Ex,
        effects: &Effects,
        passed: &Effects,
    ) -> Option<Effects> {
        let uses = &self.uses[local];
        let is_only = uses.gets == 1 && uses.sets == 1;
        let mut effects = effects.clone();
        if is_only {
            effects.writes.remove(local);
        }
        if !effects.may_move_past(passed) {
            return None;
        }
        let taken = Some(std::mem::replace(value, Ex::Nop));
        let mut moved = Moved {
            local,
            value: taken,
            effects,
            is_only,
        };
        self.step(ex, &mut moved, &mut Effects::default());
        if let Some(unplaced) = moved.value {
            *value = unplaced;
            return None;
        }
        if is_only {
            self.uses[local] = Uses::default();
        } else {
            self.uses[local].gets -= 1;
        }
        Some(moved.effects)
    }

    /// Looks for the use in order of evaluation; `before` is what was
    /// evaluated in the statement so far.
    fn step(&self, ex: &mut Ex, moved: &mut Moved, before: &mut Effects) -> Step {
        match ex {
            Ex::Get(local) if *local == moved.local => {
                if moved.effects.may_move_past(before)
                    && let Some(value) = moved.value.take()
                {
                    *ex = if moved.is_only {
                        value
                    } else {
                        Ex::Tee(moved.local, Box::new(value))
                    };
                }
                return Step::Done;
            }
            Ex::Loop { body, .. } => {
                let effects = body_effects(body, self.program);
                let uses_it =
                    effects.reads.contains(moved.local) || effects.writes.contains(moved.local);
                if uses_it {
                    return Step::Done;
                }
                before.add(ex, self.program);
                return Step::On;
            }
            Ex::Block { body, .. } => {
                for ex in body.iter_mut() {
                    if self.step(ex, moved, before) == Step::Done {
                        return Step::Done;
                    }
                    // The store must happen before a branch passes it.
                    if !moved.is_only && before.has_control() {
                        return Step::Done;
                    }
                }
            }
            Ex::If {
                cond, then, els, ..
            } => {
                if self.step(cond, moved, before) == Step::Done {
                    return Step::Done;
                }
                let arms = [&mut *then, els].map(|arm| body_effects(arm, self.program));
                let uses_it = |arm: &Effects| {
                    arm.reads.contains(moved.local) || arm.writes.contains(moved.local)
                };
                if arms.iter().any(uses_it) {
                    if !moved.effects.must_happen() {
                        let arm = if uses_it(&arms[0]) { then } else { els };
                        for ex in arm.iter_mut() {
                            if self.step(ex, moved, before) == Step::Done {
                                break;
                            }
                        }
                    }
                    return Step::Done;
                }
            }
            _ => {
                let mut step = Step::On;
                walk_children_mut(ex, &mut |child| {
                    if step == Step::On {
                        step = self.step(child, moved, before);
                    }
                });
                if step == Step::Done {
                    return Step::Done;
                }
            }
        }
        let writes_it = match ex {
            Ex::Set(local, _) | Ex::Tee(local, _) => *local == moved.local,
            Ex::SetMulti(locals, _) => locals.contains(&Some(moved.local)),
            _ => false,
        };
        if writes_it {
            return Step::Done;
        }
        match ex {
            Ex::If { .. } => before.add(ex, self.program),
            _ => before.add_node(ex, self.program),
        }
        if before.has_control() && !moved.is_only {
            Step::Done
        } else {
            Step::On
        }
    }
}

fn body_effects(body: &[Ex], program: &Program) -> Effects {
    let mut effects = Effects::default();
    body.iter().for_each(|ex| effects.add(ex, program));
    effects
}
