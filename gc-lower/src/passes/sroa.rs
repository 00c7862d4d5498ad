//! Scalar replacement: a local struct, tuple, closure or enum that is only
//! used by its parts becomes one local per part.
//!
//! ```text
//! l1 = Pair(copy l8, copy l9)      l2 = copy l8
//! l1.f1 = 3                   ==>  l3 = copy l9
//! l4 = copy l1.f0                  l3 = 3
//!                                  l4 = copy l2
//! l5 = Some(move l6)               l7 = 1            (the discriminant)
//! switch_variant l5 ..             l8 = move l6
//!                                  switch l7 ..
//! ```
//!
//! What must hold: no reference to the whole is made; it is not an argument,
//! a result of a call, a parameter or the result. A struct may be read from
//! elsewhere as a whole, or be stored as a whole (it is then built there),
//! but not both: its identity would change, and building it is work. An enum
//! is only built from its variants and moved to other split enums.

mod candidates;
mod split;

use crate::pir::{Body, Local, Tcx};
use wrc_base::FxIndexMap;
use wrc_thir::{Ty, VariantIdx};

/// Splits until nothing is left to split.
pub fn sroa(tcx: &Tcx, body: &mut Body) {
    for _ in 0..ROUNDS {
        let found = candidates::candidates(tcx, body);
        if found.is_empty() {
            break;
        }
        let parts = found
            .into_iter()
            .map(|(local, shape)| {
                let parts = Parts::new(tcx, body, local, shape);
                (local, parts)
            })
            .collect();
        split::split(tcx, body, parts);
    }
}

/// Nesting depth of aggregates that are taken apart in one run.
const ROUNDS: usize = 6;

/// What kind of value is split.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Shape {
    /// A struct, tuple or closure.
    Product,
    Enum,
}

/// The locals that replace one.
#[derive(Debug)]
struct Parts {
    ty: Ty,
    /// Of an enum: holds the discriminant.
    tag: Option<Local>,
    /// Per variant (a product has one): the fields.
    fields: Vec<Vec<Local>>,
}

type AllParts = FxIndexMap<Local, Parts>;

impl Parts {
    fn new(tcx: &Tcx, body: &mut Body, local: Local, shape: Shape) -> Parts {
        let ty = body.locals[local].ty;
        let name = body.locals[local].name;
        let mut new = |ty| {
            let part = body.new_local(ty);
            body.locals[part].name = name;
            part
        };
        match (shape, ty.as_adt()) {
            (Shape::Enum, Some((def, _))) => {
                let adt = tcx.adt(def);
                let tag = new(adt.discr_ty);
                let fields = (0..adt.variants.len())
                    .map(|v| {
                        let variant = Some(VariantIdx(v as u32));
                        let tys = tcx.field_tys(ty, variant);
                        tys.into_iter().map(&mut new).collect()
                    })
                    .collect();
                Parts {
                    ty,
                    tag: Some(tag),
                    fields,
                }
            }
            _ => Parts {
                ty,
                tag: None,
                fields: vec![tcx.field_tys(ty, None).into_iter().map(new).collect()],
            },
        }
    }

    fn all(&self) -> impl Iterator<Item = Local> {
        self.tag
            .into_iter()
            .chain(self.fields.iter().flatten().copied())
    }
}
