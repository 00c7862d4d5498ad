//! The type of an expression, subtyping, and where control does not go on.

use wrc_base::SmallVec;
use wrc_object::*;

use super::{ir::*, walk::walk_children};

/// What an expression leaves on the stack.
pub type Values = SmallVec<[WTy; 1]>;

/// The values an expression leaves; none for statements and for expressions
/// that never return.
pub fn values(ex: &Ex, func: &WFunc, program: &Program) -> Values {
    let one = |ty: WTy| Values::from_slice(&[ty]);
    match ex {
        Ex::I32(_)
        | Ex::Sym(_)
        | Ex::ArrayLen(_)
        | Ex::IsNull(_)
        | Ex::RefEq(..)
        | Ex::Test(..) => one(WTy::I32),
        Ex::I64(_) => one(WTy::I64),
        Ex::F32(_) => one(WTy::F32),
        Ex::F64(_) => one(WTy::F64),
        Ex::Null(heap) | Ex::Cast(heap, _) => one(WTy::Ref(*heap)),
        Ex::Get(local) | Ex::Tee(local, _) => one(func.locals[*local]),
        Ex::GlobalGet(global) => one(program.globals[*global].ty),
        Ex::Num(op, _) => one(op.info().2),
        Ex::StructNew(ty, _)
        | Ex::StructNewDefault(ty)
        | Ex::ArrayNew { ty, .. }
        | Ex::ArrayNewDefault { ty, .. }
        | Ex::ArrayNewFixed(ty, _)
        | Ex::ArrayNewData { ty, .. } => one(WTy::to(*ty)),
        Ex::StructGet { ty, field, .. } => match struct_field(program, *ty, *field) {
            Some(field) => one(field.storage.value()),
            None => Values::new(),
        },
        Ex::ArrayGet { ty, .. } => match element(program, *ty) {
            Some(element) => one(element.storage.value()),
            None => Values::new(),
        },
        Ex::FromExtern(_) => one(WTy::Ref(HeapTy::Any)),
        Ex::ToExtern(_) => one(WTy::EXTERN),
        Ex::Call(callee, _) => signature(program, program.funcs[*callee].ty).1.into(),
        Ex::CallIndirect { ty, .. } => signature(program, *ty).1.into(),
        Ex::Block { result, .. } | Ex::If { result, .. } => result.iter().copied().collect(),
        Ex::Select { ty, .. } => one(*ty),
        Ex::Set(..)
        | Ex::GlobalSet(..)
        | Ex::StructSet { .. }
        | Ex::ArraySet { .. }
        | Ex::ArrayCopy { .. }
        | Ex::ArrayFill { .. }
        | Ex::SetMulti(..)
        | Ex::Loop { .. }
        | Ex::Br(_)
        | Ex::BrIf(..)
        | Ex::BrTable { .. }
        | Ex::Return(_)
        | Ex::Unreachable
        | Ex::Drop(_)
        | Ex::Nop => Values::new(),
    }
}

/// Parameters and results of a function type; empty for other types.
pub fn signature(program: &Program, ty: TypeId) -> (&[WTy], &[WTy]) {
    match &program.types[ty].kind {
        TypeDefKind::Func { params, results } => (params, results),
        TypeDefKind::Struct { .. } | TypeDefKind::Array(_) => (&[], &[]),
    }
}

pub fn struct_fields(program: &Program, ty: TypeId) -> Option<&[Field]> {
    match &program.types[ty].kind {
        TypeDefKind::Struct { fields, .. } => Some(fields),
        TypeDefKind::Array(_) | TypeDefKind::Func { .. } => None,
    }
}

pub fn struct_field(program: &Program, ty: TypeId, field: u32) -> Option<Field> {
    struct_fields(program, ty)?.get(field as usize).copied()
}

/// An array type's element.
pub fn element(program: &Program, ty: TypeId) -> Option<Field> {
    match &program.types[ty].kind {
        TypeDefKind::Array(field) => Some(*field),
        TypeDefKind::Struct { .. } | TypeDefKind::Func { .. } => None,
    }
}

pub fn is_subtype(program: &Program, sub: WTy, sup: WTy) -> bool {
    match (sub, sup) {
        (WTy::Ref(sub), WTy::Ref(sup)) => is_heap_subtype(program, sub, sup),
        _ => sub == sup,
    }
}

pub fn is_heap_subtype(program: &Program, sub: HeapTy, sup: HeapTy) -> bool {
    if sub == sup {
        return true;
    }
    match sub {
        HeapTy::None => match sup {
            HeapTy::Extern | HeapTy::NoExtern | HeapTy::Func => false,
            HeapTy::Type(ty) => !matches!(program.types[ty].kind, TypeDefKind::Func { .. }),
            HeapTy::Eq | HeapTy::Any | HeapTy::Struct | HeapTy::Array | HeapTy::None => true,
        },
        HeapTy::NoExtern => sup == HeapTy::Extern,
        HeapTy::Struct | HeapTy::Array => matches!(sup, HeapTy::Eq | HeapTy::Any),
        HeapTy::Eq => sup == HeapTy::Any,
        HeapTy::Any | HeapTy::Extern | HeapTy::Func => false,
        HeapTy::Type(ty) => {
            let (parent, above) = match &program.types[ty].kind {
                TypeDefKind::Struct { parent, .. } => (*parent, HeapTy::Struct),
                TypeDefKind::Array(_) => (None, HeapTy::Array),
                TypeDefKind::Func { .. } => (None, HeapTy::Func),
            };
            let above = parent.map_or(above, HeapTy::Type);
            is_heap_subtype(program, above, sup)
        }
    }
}

/// Control never reaches what follows the expression.
pub fn diverges(ex: &Ex) -> bool {
    match ex {
        Ex::Br(_) | Ex::BrTable { .. } | Ex::Return(_) | Ex::Unreachable => true,
        Ex::Block { label, body, .. } => body.iter().any(diverges) && !branches_to(body, *label),
        // A loop is left by branches only, and those diverge.
        Ex::Loop { body, .. } => body.iter().any(diverges),
        Ex::If {
            cond, then, els, ..
        } => diverges(cond) || (then.iter().any(diverges) && els.iter().any(diverges)),
        _ => {
            let mut any = false;
            walk_children(ex, &mut |child| any |= diverges(child));
            any
        }
    }
}

/// Whether some branch inside goes to the label.
pub fn branches_to(body: &[Ex], label: WLabel) -> bool {
    body.iter().any(|ex| {
        let is_branch = match ex {
            Ex::Br(to) | Ex::BrIf(to, _) => *to == label,
            Ex::BrTable {
                labels, default, ..
            } => *default == label || labels.contains(&label),
            _ => false,
        };
        let mut any = is_branch;
        walk_children(ex, &mut |child| {
            any = any || branches_to(std::slice::from_ref(child), label);
        });
        any
    })
}
