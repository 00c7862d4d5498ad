//! Values that cross the border to JavaScript as values of the host.
//!
//! Numbers, `bool` and `char` cross as they are. Other types have a library
//! function that makes them of a `JsValue`, or one of them: the traits
//! `wasm::js::{FromJs, IntoJs}`. Those functions are called in the entry of an
//! export and around an import, and nowhere else.

use crate::pir::{Instance, Tcx};
use wrc_thir::{Arg, Ty, TyKind};

/// Which way a value goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Direction {
    FromJs,
    IntoJs,
}

impl Direction {
    /// The lang item that says how: a trait, and a function over it.
    fn lang(self) -> &'static str {
        match self {
            Direction::FromJs => "wasm_from_js",
            Direction::IntoJs => "wasm_into_js",
        }
    }
}

/// The function that converts values of the type; `None` when there is none.
pub(crate) fn conversion(tcx: &Tcx, ty: Ty, direction: Direction) -> Option<Instance> {
    if !matches!(ty.kind(), TyKind::Adt(..) | TyKind::Ref(..)) || tcx.is_lang(ty, "wasm_js_value") {
        return None;
    }
    let name = direction.lang();
    let is_known = tcx.db.implements(ty, tcx.db.lang_trait(name)?, &[]);
    let def = tcx.db.lang_fn(name).filter(|_| is_known)?;
    Some(Instance::Fn(def, [Arg::Ty(ty)].into()))
}

/// The conversions of a function that is on the border; `arguments` go one
/// way, the result the other.
pub(crate) fn conversions(
    tcx: &Tcx,
    params: impl Iterator<Item = Ty>,
    ret: Ty,
    arguments: Direction,
) -> Vec<Instance> {
    let result = match arguments {
        Direction::FromJs => Direction::IntoJs,
        Direction::IntoJs => Direction::FromJs,
    };
    let params = params.filter_map(|ty| conversion(tcx, ty, arguments));
    params.chain(conversion(tcx, ret, result)).collect()
}
