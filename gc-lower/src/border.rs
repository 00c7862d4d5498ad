//! Values that cross the border to JavaScript as values of the host.
//!
//! Numbers, `bool` and `char` cross as they are. Other types have a library
//! function that makes them of a `JsValue`, or one of them: the traits
//! `wasm::js::{FromJs, IntoJs}`. Those functions are called in the entry of an
//! export and around an import, and nowhere else.

use crate::pir::{Instance, Tcx};
use wrc_base::Symbol;
use wrc_thir::{Arg, FnDef, Import, Ty, TyKind};

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
    if is(tcx, ty, name) {
        let def = tcx.db.lang_fn(name)?;
        return Some(Instance::Fn(def, [Arg::Ty(ty)].into()));
    }
    match direction {
        Direction::FromJs => None,
        Direction::IntoJs => shown_error(tcx, ty),
    }
}

/// An `Err` that is no value of JavaScript but can be shown is thrown as an
/// `Error` with its text.
fn shown_error(tcx: &Tcx, ty: Ty) -> Option<Instance> {
    let (def, args) = ty.as_adt()?;
    let is_result = tcx.db.lang_adt("Result") == Some(def);
    let [ok, error] = [args.first()?.as_ty()?, args.get(1)?.as_ty()?];
    if !is_result || !is(tcx, ok, Direction::IntoJs.lang()) || !is(tcx, error, "display") {
        return None;
    }
    let def = tcx.db.lang_fn("wasm_or_throw")?;
    Some(Instance::Fn(def, [Arg::Ty(ok), Arg::Ty(error)].into()))
}

/// Is the type an exported struct?
pub(crate) fn is_class(tcx: &Tcx, ty: Ty) -> bool {
    is(tcx, ty, "wasm_class")
}

fn is(tcx: &Tcx, ty: Ty, name: &str) -> bool {
    let of = tcx.db.lang_trait(name);
    of.is_some_and(|of| tcx.db.implements(ty, of, &[]))
}

/// Imports of the library that need an export to call back, and what that is.
const CALLED_BACK: &[(&str, &str)] = &[("js_function", "wasm_call")];

/// The export that an import of the library needs: its name and function.
pub(crate) fn called_back(tcx: &Tcx, import: &Import) -> Option<(Symbol, FnDef)> {
    let is_ours = import.module.as_str() == "wrc";
    let mut rows = CALLED_BACK.iter();
    let (_, lang) = rows.find(|(name, _)| is_ours && import.name.as_str() == *name)?;
    Some((Symbol::new(lang), tcx.db.lang_fn(lang)?))
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
