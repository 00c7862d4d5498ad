//! Functions that no Rust code wrote: made on demand, once each.

use super::{
    accessors, clones,
    code::Code,
    cx::Cx,
    floats, int128,
    layout::Slot,
    thunks::{self, DynThunk},
};
use crate::pir::Instance;
use std::collections::VecDeque;
use wrc_base::{FxHashMap, Symbol};
use wrc_object::*;
use wrc_thir::Ty;

/// A helper function, by what it does.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(super) enum Helper {
    /// `(base, sel) -> slots`.
    Get(Box<[Slot]>),
    /// `(base, sel, slots)`.
    Set(Box<[Slot]>),
    /// `(base, sel) -> (base, sel)`: see `Code::normal`.
    Normal(Box<[Slot]>),
    /// `(slots) -> slots`: a copy that shares no places.
    Copy(Ty),
    /// `array_copy_val` where elements must be copied one by one.
    CopyElements(Ty),
    /// `array_copy` where elements keep their places.
    MoveElements(Ty),
    /// `array_fill` where elements take several slots or must be copied.
    Fill(Ty),
    /// The `&'static Location` of a place in the source.
    Location(Symbol, u32, u32),
    Wide(int128::WideOp),
    /// `f64 % f64`.
    Rem64,
    /// The function behind a fn pointer, with the pointer's convention.
    Reified(Instance, Ty),
    Dyn(DynThunk),
    /// Does nothing with a `dyn` value: the drop of what needs none.
    DropNothing,
}

#[derive(Debug, Default)]
pub(super) struct HelperTables {
    known: FxHashMap<Helper, FuncId>,
    queue: VecDeque<(Helper, FuncId)>,
    /// Accessors wait until all origins are known.
    accessors: VecDeque<(Helper, FuncId)>,
    /// See `Cx::needs_copy`.
    pub copies: FxHashMap<Ty, bool>,
    /// Of `Cx::keeps_places`.
    pub kept: FxHashMap<Ty, bool>,
}

impl Cx<'_> {
    pub fn helper(&self, helper: Helper) -> FuncId {
        if let Some(known) = self.helpers.borrow().known.get(&helper) {
            return *known;
        }
        let (name, params, results) = self.helper_signature(&helper);
        let id = self.new_func(Symbol::new(&name), &params, &results);
        let mut tables = self.helpers.borrow_mut();
        tables.known.insert(helper.clone(), id);
        match helper {
            Helper::Get(_) | Helper::Set(_) | Helper::Normal(_) => {
                tables.accessors.push_back((helper, id));
            }
            _ => tables.queue.push_back((helper, id)),
        }
        id
    }

    /// Makes the code of all helpers asked for.
    pub fn finish_helpers(&self) {
        loop {
            let next = self.helpers.borrow_mut().queue.pop_front();
            match next {
                Some((helper, id)) => self.finish_helper(&helper, id),
                None if self.define_selectors() => {}
                None => break,
            }
        }
        self.close_origins();
        loop {
            let next = self.helpers.borrow_mut().accessors.pop_front();
            match next {
                Some((helper, id)) => self.finish_helper(&helper, id),
                None => break,
            }
        }
    }

    fn finish_helper(&self, helper: &Helper, id: FuncId) {
        let (name, params, results) = self.helper_signature(helper);
        let mut code = Code::new(self, &params);
        match helper {
            Helper::Get(slots) => accessors::getter_body(&mut code, slots),
            Helper::Set(slots) => accessors::setter_body(&mut code, slots),
            Helper::Normal(slots) => accessors::normal_body(&mut code, slots),
            Helper::Copy(ty) => clones::copy_body(&mut code, *ty),
            Helper::CopyElements(ty) => {
                clones::copy_elements_body(&mut code, *ty, Code::copied);
            }
            Helper::MoveElements(ty) => {
                clones::copy_elements_body(&mut code, *ty, Code::part_from);
            }
            Helper::Fill(ty) => clones::fill_body(&mut code, *ty),
            Helper::Location(file, line, column) => {
                super::locations::location_body(&mut code, *file, *line, *column);
            }
            Helper::Wide(op) => int128::wide_body(&mut code, *op),
            Helper::Rem64 => floats::rem_body(&mut code),
            Helper::Reified(inst, sig) => thunks::reified_body(&mut code, inst, *sig),
            Helper::Dyn(thunk) => thunks::dyn_body(&mut code, thunk),
            Helper::DropNothing => {}
        }
        let func = code.finish(Symbol::new(&name), results);
        self.finish_func(id, func);
    }

    fn helper_signature(&self, helper: &Helper) -> (String, Vec<WTy>, Vec<WTy>) {
        let fat = || vec![WTy::EQ, WTy::I32];
        let tys = |slots: &[Slot]| slots.iter().map(|slot| slot.ty()).collect::<Vec<_>>();
        match helper {
            Helper::Get(slots) => ("ref.get".into(), fat(), tys(slots)),
            Helper::Set(slots) => {
                let mut params = fat();
                params.extend(tys(slots));
                ("ref.set".into(), params, Vec::new())
            }
            Helper::Normal(_) => ("ref.normal".into(), fat(), fat()),
            Helper::Copy(ty) => {
                let slots = tys(&self.layout(*ty).slots);
                (format!("copy {}", self.name_of(*ty)), slots.clone(), slots)
            }
            Helper::CopyElements(ty) | Helper::MoveElements(ty) => {
                let array = self.raw_array_slot(*ty).ty();
                let params = vec![array, WTy::I32, array, WTy::I32, WTy::I32];
                let what = match helper {
                    Helper::CopyElements(_) => "copy",
                    _ => "move",
                };
                (
                    format!("{what} [{}]", self.name_of(*ty)),
                    params,
                    Vec::new(),
                )
            }
            Helper::Fill(ty) => {
                let mut params = vec![self.raw_array_slot(*ty).ty(), WTy::I32];
                params.extend(tys(&self.layout(*ty).slots));
                params.push(WTy::I32);
                (format!("fill [{}]", self.name_of(*ty)), params, Vec::new())
            }
            Helper::Location(..) => {
                let slots = tys(&self.layout(self.tcx.location_ty()).slots);
                ("location".into(), Vec::new(), slots)
            }
            Helper::Wide(op) => {
                let (params, results) = int128::wide_signature(*op);
                (format!("i128.{op:?}"), params, results)
            }
            Helper::Rem64 => ("f64.rem".into(), vec![WTy::F64; 2], vec![WTy::F64]),
            Helper::Reified(inst, sig) => {
                let abi = thunks::reified_abi(self, *sig);
                let name = self.mono.bodies.get(inst).map_or("", |b| b.name.as_str());
                (
                    format!("{name} as fn"),
                    abi.wasm_params(self),
                    abi.wasm_results(self),
                )
            }
            Helper::Dyn(thunk) => {
                let (params, results) = thunks::dyn_signature(self, thunk);
                (format!("dyn {}", self.name_of(thunk.ty)), params, results)
            }
            Helper::DropNothing => {
                let params = vec![WTy::to(self.dyn_base())];
                ("drop nothing".into(), params, Vec::new())
            }
        }
    }

    fn name_of(&self, ty: Ty) -> String {
        self.type_name(ty)
    }
}
