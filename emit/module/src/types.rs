//! Order and encoding of the type section.
//!
//! All struct types stand in one recursion group, so that two with equal
//! fields stay two types. Arrays and functions that no struct needs, or that
//! need no struct, stand alone around it: hosts compare those by content.

use wasm_encoder as enc;
use wrc_base::{FxHashSet, FxIndexSet};
use wrc_object::*;

use crate::{
    canon::{Canon, type_edges},
    layout::{Layout, by_length},
    reach::Reach,
};

/// The recursion groups, in order.
pub(crate) fn rec_groups(program: &Program, canon: &Canon, reach: &Reach) -> Vec<Vec<TypeId>> {
    let all: Vec<TypeId> = reach.types.keys().copied().collect();
    let edges = |ty: TypeId| {
        let edges = type_edges(&program.types[ty].kind);
        edges
            .into_iter()
            .map(|edge| canon.types[edge])
            .collect::<Vec<_>>()
    };
    let kind = |ty: TypeId| &program.types[ty].kind;
    let is_struct = |ty: TypeId| matches!(kind(ty), TypeDefKind::Struct { .. });
    let above = users(&all, is_struct, edges);
    let below = closure(all.iter().copied().filter(|ty| is_struct(*ty)), edges);
    let is_cyclic = |ty: TypeId| closure(edges(ty), edges).contains(&ty);

    let (mut first, mut group, mut last) = (Vec::new(), Vec::new(), Vec::new());
    for ty in all {
        let place = if is_struct(ty) || is_cyclic(ty) || above.contains(&ty) && below.contains(&ty)
        {
            &mut group
        } else if below.contains(&ty)
            || matches!(kind(ty), TypeDefKind::Array(_)) && !above.contains(&ty)
        {
            &mut first
        } else {
            &mut last
        };
        place.push((ty, reach.types[&ty]));
    }

    // Heap types are signed: one bit less per byte.
    const LIMITS: [usize; 3] = [1 << 6, 1 << 7, 1 << 13];
    let alone = |uses: &[(TypeId, u32)], taken: usize| {
        let order = after(&by_length(uses, taken, &LIMITS), edges);
        order.into_iter().map(|ty| vec![ty]).collect::<Vec<_>>()
    };
    let parents = |ty: TypeId| match kind(ty) {
        TypeDefKind::Struct { parent, .. } => parent.iter().copied().collect(),
        TypeDefKind::Array(_) | TypeDefKind::Func { .. } => Vec::new(),
    };
    let mut groups = alone(&first, 0);
    if !group.is_empty() {
        groups.push(after(&by_length(&group, first.len(), &LIMITS), parents));
    }
    groups.extend(alone(&last, first.len() + group.len()));
    groups
}

/// Those of the types that name such a type, or name one that does.
fn users(
    all: &[TypeId],
    is_such: impl Fn(TypeId) -> bool,
    edges: impl Fn(TypeId) -> Vec<TypeId>,
) -> FxHashSet<TypeId> {
    let mut users = FxHashSet::default();
    loop {
        let before = users.len();
        for ty in all {
            if edges(*ty)
                .into_iter()
                .any(|edge| is_such(edge) || users.contains(&edge))
            {
                users.insert(*ty);
            }
        }
        if users.len() == before {
            return users;
        }
    }
}

/// The types with everything they name.
fn closure(
    roots: impl IntoIterator<Item = TypeId>,
    edges: impl Fn(TypeId) -> Vec<TypeId>,
) -> FxHashSet<TypeId> {
    let mut pending: Vec<TypeId> = roots.into_iter().collect();
    let mut seen: FxHashSet<TypeId> = pending.iter().copied().collect();
    while let Some(ty) = pending.pop() {
        for edge in edges(ty) {
            if seen.insert(edge) {
                pending.push(edge);
            }
        }
    }
    seen
}

/// The order, changed so that what a type needs stands before it.
fn after(order: &[TypeId], needs: impl Fn(TypeId) -> Vec<TypeId> + Copy) -> Vec<TypeId> {
    fn place(
        ty: TypeId,
        order: &FxHashSet<TypeId>,
        needs: impl Fn(TypeId) -> Vec<TypeId> + Copy,
        done: &mut FxIndexSet<TypeId>,
    ) {
        if !order.contains(&ty) || done.contains(&ty) {
            return;
        }
        for need in needs(ty) {
            place(need, order, needs, done);
        }
        done.insert(ty);
    }
    let members: FxHashSet<TypeId> = order.iter().copied().collect();
    let mut done = FxIndexSet::default();
    for ty in order {
        place(*ty, &members, needs, &mut done);
    }
    done.into_iter().collect()
}

pub(crate) fn heap_type(heap: HeapTy, layout: &Layout) -> enc::HeapType {
    let ty = match heap {
        HeapTy::Type(ty) => return enc::HeapType::Concrete(layout.types[ty]),
        HeapTy::Eq => enc::AbstractHeapType::Eq,
        HeapTy::Any => enc::AbstractHeapType::Any,
        HeapTy::Extern => enc::AbstractHeapType::Extern,
        HeapTy::Func => enc::AbstractHeapType::Func,
        HeapTy::Struct => enc::AbstractHeapType::Struct,
        HeapTy::Array => enc::AbstractHeapType::Array,
        HeapTy::None => enc::AbstractHeapType::None,
        HeapTy::NoExtern => enc::AbstractHeapType::NoExtern,
    };
    enc::HeapType::Abstract { shared: false, ty }
}

pub(crate) fn val_type(ty: WTy, layout: &Layout) -> enc::ValType {
    match ty {
        WTy::I32 => enc::ValType::I32,
        WTy::I64 => enc::ValType::I64,
        WTy::F32 => enc::ValType::F32,
        WTy::F64 => enc::ValType::F64,
        WTy::Ref(heap) => enc::ValType::Ref(enc::RefType {
            nullable: true,
            heap_type: heap_type(heap, layout),
        }),
    }
}

/// Engines provide the functions of `wasm:js-string` only with their exact
/// types, in which string results are not nullable.
pub(crate) fn is_string_builtin(program: &Program, func: FuncId) -> bool {
    let func = &program.funcs[func];
    match (&func.kind, &program.types[func.ty].kind) {
        (FuncKind::Import { module, .. }, TypeDefKind::Func { results, .. }) => {
            module.as_str() == "wasm:js-string" && results.contains(&WTy::EXTERN)
        }
        _ => false,
    }
}

pub(crate) fn section(program: &Program, layout: &Layout) -> enc::TypeSection {
    let mut section = enc::TypeSection::new();
    for group in &layout.rec_groups {
        match group.as_slice() {
            [ty] => section.ty().subtype(&sub_type(program, layout, *ty)),
            types => section
                .ty()
                .rec(types.iter().map(|ty| sub_type(program, layout, *ty))),
        }
    }
    for ty in &layout.builtin_types {
        if let TypeDefKind::Func { params, results } = &program.types[*ty].kind {
            let params = params.iter().map(|ty| val_type(*ty, layout));
            let results = results.iter().map(|ty| match val_type(*ty, layout) {
                enc::ValType::Ref(ty) => enc::ValType::Ref(ty.nullable(false)),
                ty => ty,
            });
            section
                .ty()
                .function(params.collect::<Vec<_>>(), results.collect::<Vec<_>>());
        }
    }
    section
}

fn sub_type(program: &Program, layout: &Layout, ty: TypeId) -> enc::SubType {
    let field = |field: &Field| enc::FieldType {
        element_type: match field.storage {
            Storage::I8 => enc::StorageType::I8,
            Storage::I16 => enc::StorageType::I16,
            Storage::Val(ty) => enc::StorageType::Val(val_type(ty, layout)),
        },
        mutable: field.mutable,
    };
    let values = |types: &[WTy]| {
        types
            .iter()
            .map(|ty| val_type(*ty, layout))
            .collect::<Vec<_>>()
    };
    let (is_final, supertype_idx, inner) = match &program.types[ty].kind {
        TypeDefKind::Struct {
            fields,
            parent,
            is_final,
            ..
        } => {
            let fields = fields.iter().map(field).collect();
            let parent = parent.map(|parent| layout.types[parent]);
            (
                *is_final,
                parent,
                enc::CompositeInnerType::Struct(enc::StructType { fields }),
            )
        }
        TypeDefKind::Array(element) => (
            true,
            None,
            enc::CompositeInnerType::Array(enc::ArrayType(field(element))),
        ),
        TypeDefKind::Func { params, results } => {
            let func = enc::FuncType::new(values(params), values(results));
            (true, None, enc::CompositeInnerType::Func(func))
        }
    };
    let composite_type = enc::CompositeType {
        inner,
        shared: false,
        descriptor: None,
        describes: None,
    };
    enc::SubType {
        is_final,
        supertype_idx,
        composite_type,
    }
}
