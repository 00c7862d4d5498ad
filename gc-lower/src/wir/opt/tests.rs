//! Small cases by text; random programs by running them before and after.

mod interpret;
mod random;

use wrc_base::{EntityRef, PrimaryMap, Symbol};
use wrc_object::*;

use crate::wir::{codegen, display::display, ir::*, opt, verify::verify};

fn local(at: usize) -> WLocal {
    WLocal::new(at)
}

fn get(at: usize) -> Ex {
    Ex::Get(local(at))
}

fn set(at: usize, value: Ex) -> Ex {
    Ex::Set(local(at), Box::new(value))
}

fn num<const N: usize>(op: NumOp, args: [Ex; N]) -> Ex {
    Ex::Num(op, args.to_vec())
}

/// `call`: (i32) -> i32, `two`: (i32) -> (i32, i32), `take`: (i32, i32) -> ().
struct World {
    program: Program,
    call: FuncId,
    two: FuncId,
    take: FuncId,
}

fn world() -> World {
    let mut program = Program::default();
    let mut import = |name: &str, params: usize, results: usize| {
        let kind = TypeDefKind::Func {
            params: vec![WTy::I32; params],
            results: vec![WTy::I32; results],
        };
        let name = Symbol::new(name);
        let ty = program.types.push(TypeDef { name, kind });
        let module = Symbol::new("host");
        program.funcs.push(Func {
            name,
            ty,
            kind: FuncKind::Import { module, name },
        })
    };
    let [call, two, take] = [
        import("call", 1, 1),
        import("two", 1, 2),
        import("take", 2, 0),
    ];
    World {
        program,
        call,
        two,
        take,
    }
}

fn func(params: usize, locals: usize, labels: u32, body: Vec<Ex>) -> WFunc {
    WFunc {
        name: Symbol::new("f"),
        params: vec![WTy::I32; params],
        results: Vec::new(),
        locals: (0..params + locals)
            .map(|_| WTy::I32)
            .collect::<PrimaryMap<_, _>>(),
        labels,
        body,
    }
}

/// The optimised body, without declarations.
fn check(world: &World, mut func: WFunc, want: &str) {
    assert_eq!(verify(&func, &world.program), [""; 0], "the case itself");
    opt::run(&mut func, &world.program);
    assert_eq!(verify(&func, &world.program), [""; 0], "after");
    let text = display(&func, &world.program);
    let body = text
        .lines()
        .skip(1)
        .filter(|line| !line.starts_with("    local "));
    let body: Vec<&str> = body
        .map(|line| line.strip_prefix("    ").unwrap_or(line))
        .collect();
    let got = body[..body.len() - 1].join("\n");
    assert_eq!(got, want, "\n{got}");
}

#[test]
fn values_move_to_their_uses_in_order() {
    let world = world();
    let call = |arg| Ex::Call(world.call, vec![arg]);
    let body = vec![
        set(1, call(get(0))),
        set(2, call(Ex::I32(3))),
        Ex::Call(
            world.take,
            vec![get(1), num(NumOp::I32Add, [get(2), get(2)])],
        ),
    ];
    check(
        &world,
        func(1, 2, 0, body),
        "(call take (call call l0) (i32.add (tee l0 (call call 3)) l0))",
    );
}

#[test]
fn a_value_does_not_pass_a_write_of_what_it_reads() {
    let world = world();
    let body = vec![
        set(1, num(NumOp::I32Add, [get(0), Ex::I32(1)])),
        set(0, Ex::Call(world.call, vec![Ex::I32(7)])),
        Ex::Call(world.take, vec![get(0), get(1)]),
        Ex::Call(world.take, vec![get(0), Ex::I32(0)]),
    ];
    let want = "\
l1 = (i32.add l0 1)
(call take (tee l0 (call call 7)) l1)
(call take l0 0)";
    check(&world, func(1, 1, 0, body), want);
}

#[test]
fn a_store_does_not_pass_a_branch() {
    let world = world();
    let label = WLabel::new(0);
    let body = vec![
        set(1, Ex::I32(100)),
        Ex::Block {
            label,
            result: None,
            body: vec![
                Ex::BrIf(label, Box::new(get(0))),
                Ex::Call(world.take, vec![get(1), Ex::I32(0)]),
                set(1, Ex::I32(101)),
            ],
        },
        Ex::Call(world.take, vec![get(1), Ex::I32(1)]),
    ];
    let want = "\
l1 = 100
if (i32.eqz l0) {
    (call take 100 0)
    l1 = 101
}
(call take l1 1)";
    // 100 is longer than a local: it is stored once and used twice.
    check(
        &world,
        func(1, 1, 1, body),
        &want.replace("take 100", "take l1"),
    );
}

#[test]
fn arms_become_select_and_loops_fall_out() {
    let world = world();
    let [out, again] = [WLabel::new(0), WLabel::new(1)];
    let body = vec![
        Ex::If {
            cond: Box::new(num(
                NumOp::I32Eqz,
                [num(NumOp::I32LtS, [get(0), Ex::I32(5)])],
            )),
            result: None,
            then: vec![set(1, Ex::I32(1))],
            els: vec![set(1, Ex::I32(2))],
        },
        Ex::Block {
            label: out,
            result: None,
            body: vec![Ex::Loop {
                label: again,
                body: vec![
                    Ex::BrIf(out, Box::new(num(NumOp::I32GeS, [get(0), get(1)]))),
                    set(0, Ex::Call(world.call, vec![get(0)])),
                    Ex::Br(again),
                ],
            }],
        },
    ];
    let want = "\
l1 = (select i32 1 2 (i32.ge_s l0 5))
loop label1 {
    if (i32.lt_s l0 l1) {
        l0 = (call call l0)
        br label1
    }
}";
    check(&world, func(1, 1, 2, body), want);
}

#[test]
fn results_stay_on_the_stack() {
    let world = world();
    let body = vec![
        Ex::SetMulti(
            vec![Some(local(1)), Some(local(2))],
            Box::new(Ex::Call(world.two, vec![get(0)])),
        ),
        Ex::Call(world.take, vec![get(1), get(2)]),
    ];
    let func = func(1, 2, 0, body);
    let unit = codegen::encode(&func, &world.program);
    // local.get 0, call two, call take, end
    assert_eq!(unit.code, [0x20, 0, 0x10, 0x10, 0x0b]);
    assert!(unit.locals.is_empty());
}

/// Every run of opcodes starts where the specification says.
#[test]
fn opcodes() {
    let world = world();
    let code = |op: NumOp| {
        let args = op.info().1.iter().map(|ty| match ty {
            WTy::I32 => Ex::I32(0),
            WTy::I64 => Ex::I64(0),
            WTy::F32 => Ex::F32(0),
            WTy::F64 | WTy::Ref(_) => Ex::F64(0),
        });
        let drop = Ex::Drop(Box::new(Ex::Num(op, args.collect())));
        let unit = codegen::encode(&func(0, 0, 0, vec![drop]), &world.program);
        let operands: usize = op
            .info()
            .1
            .iter()
            .map(|ty| match ty {
                WTy::I32 | WTy::I64 => 2,
                WTy::F32 => 5,
                WTy::F64 | WTy::Ref(_) => 9,
            })
            .sum();
        unit.code[operands..unit.code.len() - 2].to_vec()
    };
    let known: [(NumOp, &[u8]); 14] = [
        (NumOp::I32Eqz, &[0x45]),
        (NumOp::I64Eqz, &[0x50]),
        (NumOp::F64Ge, &[0x66]),
        (NumOp::I32Add, &[0x6a]),
        (NumOp::I64Rotr, &[0x8a]),
        (NumOp::F64Copysign, &[0xa6]),
        (NumOp::I32WrapI64, &[0xa7]),
        (NumOp::I64ExtendI32U, &[0xad]),
        (NumOp::I64Extend32S, &[0xc4]),
        (NumOp::I32TruncSatF32S, &[0xfc, 0]),
        (NumOp::I64TruncSatF64U, &[0xfc, 7]),
        (NumOp::F32ConvertI32S, &[0xb2]),
        (NumOp::F64PromoteF32, &[0xbb]),
        (NumOp::F64ReinterpretI64, &[0xbf]),
    ];
    for (op, bytes) in known {
        assert_eq!(code(op), bytes, "{}", op.info().0);
    }
}

#[test]
fn random_programs_do_the_same_before_and_after() {
    let world = random::world();
    for seed in 1..=400 {
        let before = random::func(&world, seed);
        assert_eq!(verify(&before, &world.program), [""; 0], "seed {seed}");
        let mut after = before.clone();
        opt::run(&mut after, &world.program);
        assert_eq!(verify(&after, &world.program), [""; 0], "seed {seed}");
        for args in [[0, 0], [1, 5], [-3, 200], [255, 256]] {
            let want = interpret::run(&before, &world.program, args);
            let got = interpret::run(&after, &world.program, args);
            assert_eq!(
                got,
                want,
                "seed {seed}, arguments {args:?}\n{}",
                display(&before, &world.program)
            );
        }
    }
}
