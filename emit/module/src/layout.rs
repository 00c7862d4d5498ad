//! Final indices.
//!
//! What is used most gets the indices whose encoding is shortest; otherwise
//! the program's order stays, which compresses better than strict frequency.

use std::cmp::Reverse;

use wrc_base::{EntityRef, FxIndexMap, FxIndexSet, SecondaryMap};
use wrc_object::*;

use crate::{canon::Canon, literals::Literals, reach::Reach, table::Table, types};

/// The index of everything in the module. Entities that are not in it have
/// no meaningful entry.
pub(crate) struct Layout {
    pub types: SecondaryMap<TypeId, u32>,
    pub funcs: SecondaryMap<FuncId, u32>,
    pub globals: SecondaryMap<GlobalId, u32>,
    pub data: SecondaryMap<DataId, u32>,
    pub literals: SecondaryMap<LiteralId, u32>,
    pub table: Table,
    /// Of the function table, if there is one.
    pub table_index: u32,
    pub rec_groups: Vec<Vec<TypeId>>,
    /// Function types whose string result is never null, after all others.
    pub builtin_types: FxIndexSet<TypeId>,
    pub imported_funcs: Vec<FuncId>,
    pub defined_funcs: Vec<FuncId>,
    pub imported_globals: Vec<GlobalId>,
    pub defined_globals: Vec<GlobalId>,
    pub data_order: Vec<DataId>,
}

pub(crate) fn lay_out(
    program: &Program,
    canon: &Canon,
    reach: &Reach,
    literals: Literals,
    table: Table,
) -> Layout {
    let is_import = |id: &FuncId| matches!(program.funcs[*id].kind, FuncKind::Import { .. });
    let (imported_funcs, defined_funcs) = split(&reach.funcs, is_import);
    let is_import = |id: &GlobalId| matches!(program.globals[*id].init, GlobalInit::Import { .. });
    let (imported_globals, defined_globals) = split(&reach.globals, is_import);
    let defined_globals = after_operands(program, canon, defined_globals);
    let mut data_order: Vec<DataId> = reach.data.keys().copied().collect();
    data_order.sort();
    let rec_groups = types::rec_groups(program, canon, reach);

    let builtins = imported_funcs
        .iter()
        .filter(|id| types::is_string_builtin(program, **id));
    let builtin_types = builtins
        .map(|id| canon.types[program.funcs[*id].ty])
        .collect();

    let mut layout = Layout {
        types: indices(rec_groups.iter().flatten()),
        funcs: indices(imported_funcs.iter().chain(&defined_funcs)),
        globals: indices(imported_globals.iter().chain(&defined_globals)),
        data: indices(&data_order),
        literals: literals.offsets,
        table,
        table_index: program.linear.tables.len() as u32,
        rec_groups,
        builtin_types,
        imported_funcs,
        defined_funcs,
        imported_globals,
        defined_globals,
        data_order,
    };
    for (id, first) in &canon.types {
        layout.types[id] = layout.types[*first];
    }
    for (id, first) in &canon.funcs {
        layout.funcs[id] = layout.funcs[*first];
    }
    for (id, first) in &canon.globals {
        layout.globals[id] = layout.globals[*first];
    }
    layout
}

impl Layout {
    /// The type index of a function.
    pub fn func_type(&self, program: &Program, canon: &Canon, func: FuncId) -> u32 {
        let ty = canon.types[program.funcs[func].ty];
        if types::is_string_builtin(program, func) {
            let before: usize = self.rec_groups.iter().map(Vec::len).sum();
            let at = self
                .builtin_types
                .get_index_of(&ty)
                .expect("of an imported function");
            return (before + at) as u32;
        }
        self.types[ty]
    }
}

/// Most-used entities first, by encoded length: those below `limits[0]`
/// uses' rank, then those below `limits[1]`, …; within a length by id.
pub(crate) fn by_length<E: EntityRef + Ord>(
    uses: &[(E, u32)],
    taken: usize,
    limits: &[usize],
) -> Vec<E> {
    let mut ranked: Vec<(E, u32)> = uses.to_vec();
    ranked.sort_by_key(|(id, uses)| (Reverse(*uses), *id));
    let length = |rank: usize| {
        limits
            .iter()
            .filter(|limit| rank + taken >= **limit)
            .count()
    };
    let mut order: Vec<(usize, E)> = ranked
        .iter()
        .enumerate()
        .map(|(rank, (id, _))| (length(rank), *id))
        .collect();
    order.sort();
    order.into_iter().map(|(_, id)| id).collect()
}

/// Imports come first in an index space.
fn split<E: EntityRef + Ord + std::hash::Hash>(
    uses: &FxIndexMap<E, u32>,
    is_import: impl Fn(&E) -> bool,
) -> (Vec<E>, Vec<E>) {
    const LIMITS: [usize; 2] = [1 << 7, 1 << 14];
    let uses = uses.iter().map(|(id, uses)| (*id, *uses));
    let (imported, defined): (Vec<_>, Vec<_>) = uses.partition(|(id, _)| is_import(id));
    let taken = imported.len();
    (
        by_length(&imported, 0, &LIMITS),
        by_length(&defined, taken, &LIMITS),
    )
}

/// A constant expression may only read globals that stand before it.
fn after_operands(program: &Program, canon: &Canon, order: Vec<GlobalId>) -> Vec<GlobalId> {
    fn visit(
        program: &Program,
        canon: &Canon,
        init: &GlobalInit,
        done: &mut FxIndexMap<GlobalId, ()>,
    ) {
        match init {
            GlobalInit::Struct(_, items) | GlobalInit::Array(_, items) => {
                items
                    .iter()
                    .for_each(|item| visit(program, canon, item, done));
            }
            GlobalInit::Global(global) => place(program, canon, canon.globals[*global], done),
            GlobalInit::Import { .. }
            | GlobalInit::I32(_)
            | GlobalInit::I64(_)
            | GlobalInit::F32(_)
            | GlobalInit::F64(_)
            | GlobalInit::Null(_)
            | GlobalInit::Sym(_)
            | GlobalInit::ArrayDefault(..) => {}
        }
    }
    fn place(
        program: &Program,
        canon: &Canon,
        global: GlobalId,
        done: &mut FxIndexMap<GlobalId, ()>,
    ) {
        let init = &program.globals[global].init;
        if matches!(init, GlobalInit::Import { .. }) || done.contains_key(&global) {
            return;
        }
        visit(program, canon, init, done);
        done.insert(global, ());
    }
    let mut done = FxIndexMap::default();
    for global in order {
        place(program, canon, global, &mut done);
    }
    done.into_keys().collect()
}

fn indices<'a, E: EntityRef + 'a>(order: impl IntoIterator<Item = &'a E>) -> SecondaryMap<E, u32> {
    let mut indices = SecondaryMap::with_default(u32::MAX);
    for (index, id) in order.into_iter().enumerate() {
        indices[*id] = index as u32;
    }
    indices
}
