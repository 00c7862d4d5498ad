use super::improve;
use crate::wir::{Ex, NumOp, WFunc, WLocal, display};
use wrc_base::{EntityRef, PrimaryMap, Symbol};
use wrc_object::*;

fn func(name: &str, params: &[WTy], results: &[WTy], body: Vec<Ex>) -> WFunc {
    let mut locals = PrimaryMap::new();
    for ty in params {
        locals.push(*ty);
    }
    WFunc {
        name: Symbol::new(name),
        params: params.to_vec(),
        results: results.to_vec(),
        locals,
        labels: 0,
        body,
    }
}

/// `main` calls `f`, which looks at a field that is always zero.
#[test]
fn constants_reach_across_functions() {
    let mut program = Program::default();
    let i32_field = Field {
        storage: Storage::Val(WTy::I32),
        mutable: false,
    };
    let pair = program.types.push(TypeDef {
        name: Symbol::new("Pair"),
        kind: TypeDefKind::Struct {
            fields: vec![i32_field, i32_field],
            field_names: vec![Symbol::new("0"), Symbol::new("1")],
            parent: None,
            is_final: true,
        },
    });
    let signature = |program: &mut Program, params: Vec<WTy>, results: Vec<WTy>| {
        program.types.push(TypeDef {
            name: Symbol::new("sig"),
            kind: TypeDefKind::Func { params, results },
        })
    };
    let f_ty = signature(&mut program, vec![WTy::to(pair)], vec![WTy::I32]);
    let main_ty = signature(&mut program, vec![WTy::I32], vec![WTy::I32]);
    let mut declare = |name: &str, ty| {
        program.funcs.push(Func {
            name: Symbol::new(name),
            ty,
            kind: FuncKind::Unit(Default::default()),
        })
    };
    let f = declare("f", f_ty);
    let main = declare("main", main_ty);
    program.exports.push(Export {
        name: Symbol::new("main"),
        func: main,
    });
    let get = |field| Ex::StructGet {
        ty: pair,
        field,
        signed: false,
        obj: Box::new(Ex::Get(WLocal::new(0))),
    };
    let sum = Ex::Num(NumOp::I32Add, vec![get(0), get(1)]);
    let new = |value| Ex::StructNew(pair, vec![value, Ex::I32(0)]);
    let call = |value| Ex::Call(f, vec![new(value)]);
    let both = Ex::Num(
        NumOp::I32Mul,
        vec![call(Ex::Get(WLocal::new(0))), call(Ex::I32(7))],
    );
    let mut funcs = vec![
        (
            f,
            func(
                "f",
                &[WTy::to(pair)],
                &[WTy::I32],
                vec![Ex::Return(vec![sum])],
            ),
        ),
        (
            main,
            func(
                "main",
                &[WTy::I32],
                &[WTy::I32],
                vec![Ex::Return(vec![both])],
            ),
        ),
    ];
    improve(&mut program, &mut funcs);
    let text: String = funcs
        .iter()
        .map(|(_, func)| format!("{}\n", display::display(func, &program)))
        .collect();
    assert_eq!(text, EXPECTED);
}

const EXPECTED: &str = "\
wir fn f(l0: (ref ty0)) -> i32 {
    return (struct.get ty0.0 l0)
}

wir fn main(l0: i32) -> i32 {
    return (i32.mul (call f (struct.new ty0 l0)) (call f (struct.new ty0 7)))
}

";

/// `main` counts in a field of a static object, which becomes a global.
#[test]
fn static_objects_are_split() {
    let mut program = Program::default();
    let counter = program.types.push(TypeDef {
        name: Symbol::new("Counter"),
        kind: TypeDefKind::Struct {
            fields: vec![Field {
                storage: Storage::Val(WTy::I32),
                mutable: true,
            }],
            field_names: vec![Symbol::new("0")],
            parent: None,
            is_final: true,
        },
    });
    let ty = program.types.push(TypeDef {
        name: Symbol::new("sig"),
        kind: TypeDefKind::Func {
            params: vec![],
            results: vec![WTy::I32],
        },
    });
    let global = program.globals.push(Global {
        name: Symbol::new("COUNT"),
        ty: WTy::to(counter),
        mutable: false,
        init: GlobalInit::Struct(counter, vec![GlobalInit::I32(5)]),
    });
    let main = program.funcs.push(Func {
        name: Symbol::new("main"),
        ty,
        kind: FuncKind::Unit(Default::default()),
    });
    program.exports.push(Export {
        name: Symbol::new("main"),
        func: main,
    });
    let get = || Ex::StructGet {
        ty: counter,
        field: 0,
        signed: false,
        obj: Box::new(Ex::GlobalGet(global)),
    };
    let body = vec![
        Ex::StructSet {
            ty: counter,
            field: 0,
            obj: Box::new(Ex::GlobalGet(global)),
            value: Box::new(Ex::Num(NumOp::I32Add, vec![get(), Ex::I32(1)])),
        },
        Ex::Return(vec![get()]),
    ];
    let mut funcs = vec![(main, func("main", &[], &[WTy::I32], body))];
    improve(&mut program, &mut funcs);
    assert_eq!(
        display::display(&funcs[0].1, &program),
        "\
wir fn main() -> i32 {
    global1 = (i32.add global1 1)
    return global1
}
"
    );
    assert_eq!(program.globals[GlobalId::new(1)].init, GlobalInit::I32(5));
}
