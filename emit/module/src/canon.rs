//! Which functions, types and globals are the same thing.
//!
//! ```text
//! fn3 = (i32.add l0 1)   fn7 = (i32.add l0 1)   =>   fn7 is fn3
//! ```
//!
//! Arrays and function types are equal by content, struct types never.
//! Functions are equal when type, bytes and relocation targets are; calls of
//! equal functions count as equal, also in cycles. One that only calls another
//! with its own parameters is the other. Function table entries
//! stay apart, so function pointers compare as before.

use std::hash::Hash;

use wrc_base::{EntityRef, FxHashMap, PrimaryMap, SmallVec};
use wrc_object::*;

/// The representative of every function, type and global.
pub(crate) struct Canon {
    pub types: PrimaryMap<TypeId, TypeId>,
    pub funcs: PrimaryMap<FuncId, FuncId>,
    pub globals: PrimaryMap<GlobalId, GlobalId>,
}

impl Canon {
    pub fn new(program: &Program) -> Canon {
        let mut canon = Canon {
            types: same_types(program),
            funcs: PrimaryMap::new(),
            globals: PrimaryMap::new(),
        };
        canon.globals = same_globals(program, &canon);
        canon.funcs = same_funcs(program, &canon);
        canon
    }

    pub fn heap(&self, heap: HeapTy) -> HeapTy {
        match heap {
            HeapTy::Type(ty) => HeapTy::Type(self.types[ty]),
            HeapTy::Eq
            | HeapTy::Any
            | HeapTy::Extern
            | HeapTy::Func
            | HeapTy::Struct
            | HeapTy::Array
            | HeapTy::None
            | HeapTy::NoExtern => heap,
        }
    }

    pub fn value(&self, ty: WTy) -> WTy {
        match ty {
            WTy::Ref(heap) => WTy::Ref(self.heap(heap)),
            WTy::I32 | WTy::I64 | WTy::F32 | WTy::F64 => ty,
        }
    }

    /// The target with its representative; `None` for functions, which are
    /// compared by class.
    fn target(&self, target: RelocTarget) -> Option<RelocTarget> {
        Some(match target {
            RelocTarget::Func(_) => return None,
            RelocTarget::Type(ty) => RelocTarget::Type(self.types[ty]),
            RelocTarget::HeapType(heap) => RelocTarget::HeapType(self.heap(heap)),
            RelocTarget::BlockType(ty) => RelocTarget::BlockType(self.value(ty)),
            RelocTarget::Global(global) => RelocTarget::Global(self.globals[global]),
            RelocTarget::Data(_) | RelocTarget::Table | RelocTarget::Const(_) => target,
        })
    }
}

/// The defined types a type's definition names.
pub(crate) fn type_edges(kind: &TypeDefKind) -> Vec<TypeId> {
    let mut edges = Vec::new();
    let mut value = |ty: WTy| {
        if let WTy::Ref(HeapTy::Type(ty)) = ty {
            edges.push(ty);
        }
    };
    match kind {
        TypeDefKind::Struct { fields, parent, .. } => {
            fields.iter().for_each(|field| value(field.storage.value()));
            edges.extend(*parent);
        }
        TypeDefKind::Array(field) => value(field.storage.value()),
        TypeDefKind::Func { params, results } => {
            params.iter().chain(results).copied().for_each(value);
        }
    }
    edges
}

fn same_types(program: &Program) -> PrimaryMap<TypeId, TypeId> {
    #[derive(PartialEq, Eq, Hash)]
    enum Key {
        Struct(TypeId),
        Array(Field),
        Func(Vec<WTy>, Vec<WTy>),
    }
    // Named types become edges; in the key they all look alike.
    let shape = |ty: WTy| match ty {
        WTy::Ref(HeapTy::Type(_)) => WTy::to(TypeId::new(0)),
        other => other,
    };
    let shapes = |types: &[WTy]| types.iter().copied().map(shape).collect();
    let keys = program.types.iter().map(|(id, def)| match &def.kind {
        TypeDefKind::Struct { .. } => Key::Struct(id),
        TypeDefKind::Array(field) => Key::Array(Field {
            storage: match field.storage {
                Storage::Val(ty) => Storage::Val(shape(ty)),
                packed @ (Storage::I8 | Storage::I16) => packed,
            },
            mutable: field.mutable,
        }),
        TypeDefKind::Func { params, results } => Key::Func(shapes(params), shapes(results)),
    });
    let edges = program.types.values().map(|def| type_edges(&def.kind));
    representatives(keys, edges)
}

/// Only imports of the same thing are the same: other globals have identity.
fn same_globals(program: &Program, canon: &Canon) -> PrimaryMap<GlobalId, GlobalId> {
    let mut first = FxHashMap::default();
    let mut globals = PrimaryMap::new();
    for (id, global) in &program.globals {
        globals.push(match &global.init {
            GlobalInit::Import { module, name } if !global.mutable => *first
                .entry((*module, *name, canon.value(global.ty)))
                .or_insert(id),
            _ => id,
        });
    }
    globals
}

fn same_funcs(program: &Program, canon: &Canon) -> PrimaryMap<FuncId, FuncId> {
    #[derive(PartialEq, Eq, Hash)]
    enum Key<'a> {
        Import(TypeId, wrc_base::Symbol, wrc_base::Symbol),
        Unit {
            ty: TypeId,
            locals: Vec<(u32, WTy)>,
            code: &'a [u8],
            relocs: Vec<(u32, Option<RelocTarget>)>,
        },
    }
    let keys = program.funcs.values().map(|func| {
        let ty = canon.types[func.ty];
        match &func.kind {
            FuncKind::Import { module, name } => Key::Import(ty, *module, *name),
            FuncKind::Unit(unit) => Key::Unit {
                ty,
                locals: unit
                    .locals
                    .iter()
                    .map(|(n, ty)| (*n, canon.value(*ty)))
                    .collect(),
                code: &unit.code,
                relocs: unit
                    .relocs
                    .iter()
                    .map(|r| (r.at, canon.target(r.target)))
                    .collect(),
            },
        }
    });
    let targets = forwarded(program, canon);
    let edges = program.funcs.values().map(|func| match &func.kind {
        FuncKind::Import { .. } => Vec::new(),
        FuncKind::Unit(unit) => unit
            .relocs
            .iter()
            .filter_map(|reloc| match reloc.target {
                RelocTarget::Func(func) => Some(targets[func]),
                _ => None,
            })
            .collect(),
    });
    let first = representatives(keys, edges);
    targets.values().map(|target| first[*target]).collect()
}

/// Functions that only pass their parameters on are the functions they call.
fn forwarded(program: &Program, canon: &Canon) -> PrimaryMap<FuncId, FuncId> {
    let callee = |id: FuncId| {
        let func = &program.funcs[id];
        let FuncKind::Unit(Unit { code, relocs, .. }) = &func.kind else {
            return None;
        };
        let [
            Reloc {
                target: RelocTarget::Func(callee),
                ..
            },
        ] = relocs[..]
        else {
            return None;
        };
        let params = match &program.types[func.ty].kind {
            TypeDefKind::Func { params, .. } => params.len() as u8,
            TypeDefKind::Struct { .. } | TypeDefKind::Array(_) => return None,
        };
        // local.get 0, …, call, end
        let gets = (0..params).flat_map(|at| [0x20, at]);
        let is_thunk = gets.chain([0x10, 0x0b]).eq(code.iter().copied());
        let other = &program.funcs[callee];
        // Imports may have more precise types than they are declared with.
        let is_same = canon.types[other.ty] == canon.types[func.ty]
            && matches!(other.kind, FuncKind::Unit(_));
        (is_thunk && is_same).then_some(callee)
    };
    let follow = |id: FuncId| {
        let mut at = id;
        // A ring of such functions never returns, whichever is called.
        for _ in 0..program.funcs.len() {
            match callee(at) {
                Some(next) if next != id => at = next,
                _ => break,
            }
        }
        at
    };
    program.funcs.keys().map(follow).collect()
}

/// The coarsest partition whose classes have equal keys and, edge by edge,
/// equal targets; each entity is mapped to the first of its class.
fn representatives<E: EntityRef, K: Hash + Eq>(
    keys: impl Iterator<Item = K>,
    edges: impl Iterator<Item = Vec<E>>,
) -> PrimaryMap<E, E> {
    let edges: Vec<Vec<E>> = edges.collect();
    let mut classes = number(keys);
    loop {
        let refined = number(edges.iter().enumerate().map(|(at, targets)| {
            let targets: SmallVec<[u32; 8]> = targets.iter().map(|t| classes[t.index()]).collect();
            (classes[at], targets)
        }));
        let is_stable = refined.iter().max() == classes.iter().max();
        classes = refined;
        if is_stable {
            break;
        }
    }
    let mut first = FxHashMap::default();
    let mut result = PrimaryMap::with_capacity(classes.len());
    for (at, class) in classes.iter().enumerate() {
        result.push(*first.entry(*class).or_insert_with(|| E::new(at)));
    }
    result
}

/// Dense numbers for equal items, in order of first appearance.
fn number<K: Hash + Eq>(items: impl Iterator<Item = K>) -> Vec<u32> {
    let mut numbers = FxHashMap::default();
    items
        .map(|item| {
            let next = numbers.len() as u32;
            *numbers.entry(item).or_insert(next)
        })
        .collect()
}
