//! The children of an expression, in order of evaluation.

use super::ir::Ex;

/// Calls `f` on each child.
pub fn walk_children<'a>(ex: &'a Ex, f: &mut impl FnMut(&'a Ex)) {
    match ex {
        Ex::I32(_)
        | Ex::I64(_)
        | Ex::F32(_)
        | Ex::F64(_)
        | Ex::Null(_)
        | Ex::Sym(_)
        | Ex::Get(_)
        | Ex::GlobalGet(_)
        | Ex::StructNewDefault(_)
        | Ex::Br(_)
        | Ex::Unreachable
        | Ex::Nop => {}
        Ex::Set(_, value)
        | Ex::Tee(_, value)
        | Ex::GlobalSet(_, value)
        | Ex::ArrayLen(value)
        | Ex::IsNull(value)
        | Ex::Cast(_, value)
        | Ex::Test(_, value)
        | Ex::FromExtern(value)
        | Ex::ToExtern(value)
        | Ex::SetMulti(_, value)
        | Ex::BrIf(_, value)
        | Ex::Drop(value)
        | Ex::StructGet { obj: value, .. }
        | Ex::ArrayNewDefault { len: value, .. }
        | Ex::BrTable { index: value, .. } => f(value),
        Ex::StructSet {
            obj: a, value: b, ..
        }
        | Ex::ArrayNew {
            init: a, len: b, ..
        }
        | Ex::ArrayNewData {
            offset: a, len: b, ..
        }
        | Ex::ArrayGet {
            array: a, index: b, ..
        }
        | Ex::RefEq(a, b) => {
            f(a);
            f(b);
        }
        Ex::ArraySet {
            array,
            index,
            value,
            ..
        } => {
            f(array);
            f(index);
            f(value);
        }
        Ex::Select {
            then, els, cond, ..
        } => {
            f(then);
            f(els);
            f(cond);
        }
        Ex::Num(_, args)
        | Ex::StructNew(_, args)
        | Ex::ArrayNewFixed(_, args)
        | Ex::Call(_, args)
        | Ex::Return(args)
        | Ex::Block { body: args, .. }
        | Ex::Loop { body: args, .. } => args.iter().for_each(f),
        Ex::ArrayCopy { args, .. } => args.iter().for_each(f),
        Ex::ArrayFill { args, .. } => args.iter().for_each(f),
        Ex::CallIndirect { args, index, .. } => {
            args.iter().for_each(&mut *f);
            f(index);
        }
        Ex::If {
            cond, then, els, ..
        } => {
            f(cond);
            then.iter().chain(els).for_each(f);
        }
    }
}

/// Calls `f` on each child, which it may replace.
pub fn walk_children_mut<'a>(ex: &'a mut Ex, f: &mut impl FnMut(&'a mut Ex)) {
    match ex {
        Ex::I32(_)
        | Ex::I64(_)
        | Ex::F32(_)
        | Ex::F64(_)
        | Ex::Null(_)
        | Ex::Sym(_)
        | Ex::Get(_)
        | Ex::GlobalGet(_)
        | Ex::StructNewDefault(_)
        | Ex::Br(_)
        | Ex::Unreachable
        | Ex::Nop => {}
        Ex::Set(_, value)
        | Ex::Tee(_, value)
        | Ex::GlobalSet(_, value)
        | Ex::ArrayLen(value)
        | Ex::IsNull(value)
        | Ex::Cast(_, value)
        | Ex::Test(_, value)
        | Ex::FromExtern(value)
        | Ex::ToExtern(value)
        | Ex::SetMulti(_, value)
        | Ex::BrIf(_, value)
        | Ex::Drop(value)
        | Ex::StructGet { obj: value, .. }
        | Ex::ArrayNewDefault { len: value, .. }
        | Ex::BrTable { index: value, .. } => f(value),
        Ex::StructSet {
            obj: a, value: b, ..
        }
        | Ex::ArrayNew {
            init: a, len: b, ..
        }
        | Ex::ArrayNewData {
            offset: a, len: b, ..
        }
        | Ex::ArrayGet {
            array: a, index: b, ..
        }
        | Ex::RefEq(a, b) => {
            f(a);
            f(b);
        }
        Ex::ArraySet {
            array,
            index,
            value,
            ..
        } => {
            f(array);
            f(index);
            f(value);
        }
        Ex::Select {
            then, els, cond, ..
        } => {
            f(then);
            f(els);
            f(cond);
        }
        Ex::Num(_, args)
        | Ex::StructNew(_, args)
        | Ex::ArrayNewFixed(_, args)
        | Ex::Call(_, args)
        | Ex::Return(args)
        | Ex::Block { body: args, .. }
        | Ex::Loop { body: args, .. } => args.iter_mut().for_each(f),
        Ex::ArrayCopy { args, .. } => args.iter_mut().for_each(f),
        Ex::ArrayFill { args, .. } => args.iter_mut().for_each(f),
        Ex::CallIndirect { args, index, .. } => {
            args.iter_mut().for_each(&mut *f);
            f(index);
        }
        Ex::If {
            cond, then, els, ..
        } => {
            f(cond);
            then.iter_mut().chain(els).for_each(f);
        }
    }
}
