use wrc_base::Symbol;
use wrc_object::*;

use crate::{ModuleOptions, glue_dts, glue_js, validate, wat, write};

fn func_type(program: &mut Program, params: &[WTy], results: &[WTy]) -> TypeId {
    let kind = TypeDefKind::Func {
        params: params.to_vec(),
        results: results.to_vec(),
    };
    program.types.push(TypeDef {
        name: Symbol::new("f"),
        kind,
    })
}

fn import(program: &mut Program, module: &str, name: &str, ty: TypeId) -> FuncId {
    let name = Symbol::new(name);
    let module = Symbol::new(module);
    program.funcs.push(Func {
        name,
        ty,
        kind: FuncKind::Import { module, name },
    })
}

/// A function of these bytes; `None` stands for the next relocation.
fn define(
    program: &mut Program,
    name: &str,
    ty: TypeId,
    code: &[Option<u8>],
    targets: &[RelocTarget],
) -> FuncId {
    let mut unit = Unit::default();
    let mut targets = targets.iter();
    for byte in code {
        match byte {
            Some(byte) => unit.code.push(*byte),
            None => unit.relocs.push(Reloc {
                at: unit.code.len() as u32,
                target: *targets.next().expect("a target for each gap"),
            }),
        }
    }
    let name = Symbol::new(name);
    program.funcs.push(Func {
        name,
        ty,
        kind: FuncKind::Unit(unit),
    })
}

fn export(program: &mut Program, name: &str, func: FuncId) {
    let name = Symbol::new(name);
    program.exports.push(Export { name, func });
}

/// The module as text, checked.
fn text(program: &Program) -> String {
    let bytes = bytes(program);
    wat(&bytes).expect("a module that validates prints")
}

fn bytes(program: &Program) -> Vec<u8> {
    let bytes = write(program, &ModuleOptions::default()).expect("the program is within limits");
    validate(&bytes).expect("the module validates");
    assert_eq!(
        Ok(bytes.clone()),
        write(program, &ModuleOptions::default()),
        "same program, same bytes"
    );
    bytes
}

fn bytes_type(program: &mut Program) -> TypeId {
    program.types.push(TypeDef {
        name: Symbol::new("bytes"),
        kind: TypeDefKind::Array(Field {
            storage: Storage::I8,
            mutable: true,
        }),
    })
}

const END: Option<u8> = Some(0x0b);
const CALL: Option<u8> = Some(0x10);
const I32_CONST: Option<u8> = Some(0x41);

#[test]
fn equal_functions_are_one_even_in_cycles() {
    let mut program = Program::default();
    let ty = func_type(&mut program, &[], &[]);
    let [a, b, c, d] = [0, 1, 2, 3].map(<FuncId as wrc_base::EntityRef>::new);
    // a and b call each other, and so do c and d: all four are equal.
    for (name, callee) in [("a", b), ("b", a), ("c", d), ("d", c)] {
        let code = [Some(0x01), CALL, None, END];
        define(&mut program, name, ty, &code, &[RelocTarget::Func(callee)]);
    }
    export(&mut program, "a", a);
    export(&mut program, "d", d);
    assert_eq!(
        text(&program),
        "\
(module
  (type (;0;) (func))
  (export \"a\" (func 0))
  (export \"d\" (func 0))
  (func (;0;) (type 0)
    nop
    call 0
  )
)
"
    );
}

#[test]
fn a_function_that_passes_its_parameters_on_is_the_other() {
    let mut program = Program::default();
    let ty = func_type(&mut program, &[WTy::I32], &[WTy::I32]);
    let inner = [Some(0x20), Some(0), Some(0x45), END];
    let inner = define(&mut program, "inner", ty, &inner, &[]);
    let outer = [Some(0x20), Some(0), CALL, None, END];
    let outer = define(
        &mut program,
        "outer",
        ty,
        &outer,
        &[RelocTarget::Func(inner)],
    );
    export(&mut program, "run", outer);
    assert_eq!(text(&program).matches("(func (;").count(), 1);
}

#[test]
fn rows_of_the_table_lie_over_each_other() {
    let mut program = Program::default();
    let ty = func_type(&mut program, &[], &[]);
    let mut func = |name: &str, nops: usize| {
        let mut code = vec![Some(0x01); nops];
        code.push(END);
        define(&mut program, name, ty, &code, &[])
    };
    let [a, b, c] = [func("a", 1), func("b", 2), func("c", 3)];
    let even = program.selectors.push(vec![Some(a), None, Some(b)]);
    let odd = program.selectors.push(vec![None, Some(c), None]);
    let code = [
        I32_CONST,
        None,
        Some(0x11),
        None,
        None,
        I32_CONST,
        None,
        Some(0x11),
        None,
        None,
    ];
    let code: Vec<_> = code
        .into_iter()
        .chain([I32_CONST, None, Some(0x1a), END])
        .collect();
    let call = [RelocTarget::Type(ty), RelocTarget::Table];
    let base = |selector| RelocTarget::Const(ConstSym::SelectorBase(selector));
    let address = RelocTarget::Const(ConstSym::TableIndex(c));
    let targets = [
        base(even),
        call[0],
        call[1],
        base(odd),
        call[0],
        call[1],
        address,
    ];
    let main = define(&mut program, "main", ty, &code, &targets);
    export(&mut program, "main", main);
    let text = text(&program);
    // Both rows start at 1; the address of `c` has an entry of its own.
    assert!(text.contains("(table (;0;) 5 5 funcref)"), "{text}");
    assert!(
        text.contains("(elem (;0;) (i32.const 1) func 0 2 1 2)"),
        "{text}"
    );
    assert!(text.contains("i32.const 4\n    drop"), "{text}");
}

#[test]
fn literals_share_one_array() {
    let mut program = Program::default();
    let array = bytes_type(&mut program);
    let ty = func_type(&mut program, &[], &[WTy::I32]);
    let global = program.globals.push(Global {
        name: Symbol::new("literals"),
        ty: WTy::to(array),
        mutable: false,
        init: GlobalInit::Null(HeapTy::None),
    });
    program.literal_array = Some((global, array));
    let texts: [&[u8]; 4] = [b"world", b"hello world", b"low", b"never used"];
    let [world, hello, low, _] = texts.map(|text| program.literals.push(text.to_vec()));
    let offset = |literal| RelocTarget::Const(ConstSym::LiteralOffset(literal));
    let code = [
        Some(0x23),
        None,
        Some(0x1a),
        I32_CONST,
        None,
        I32_CONST,
        None,
        Some(0x6a),
        I32_CONST,
        None,
        Some(0x6a),
        END,
    ];
    let targets = [
        RelocTarget::Global(global),
        offset(world),
        offset(hello),
        offset(low),
    ];
    let main = define(&mut program, "main", ty, &code, &targets);
    export(&mut program, "main", main);
    let text = text(&program);
    assert!(text.contains("(data (;0;) \"hello worldlow\")"), "{text}");
    assert!(
        text.contains("i32.const 6\n    i32.const 0\n    i32.add\n    i32.const 11"),
        "{text}"
    );
    assert!(
        text.contains("(start 1)") && text.contains("array.new_data 0 0"),
        "{text}"
    );
}

#[test]
fn structs_share_a_group_and_host_types_stand_alone() {
    let mut program = Program::default();
    let array = bytes_type(&mut program);
    let node = wrc_base::EntityRef::new(1);
    let fields = [WTy::to(node), WTy::to(array)].map(|ty| Field {
        storage: Storage::Val(ty),
        mutable: true,
    });
    for name in ["Node", "Twin"] {
        program.types.push(TypeDef {
            name: Symbol::new(name),
            kind: TypeDefKind::Struct {
                fields: fields.to_vec(),
                field_names: vec![Symbol::new("next"), Symbol::new("bytes")],
                parent: None,
                is_final: true,
            },
        });
    }
    let twin = wrc_base::EntityRef::new(2);
    let ty = func_type(&mut program, &[WTy::to(twin)], &[]);
    let main = define(&mut program, "main", ty, &[END], &[]);
    export(&mut program, "main", main);
    assert_eq!(
        text(&program),
        "\
(module
  (type (;0;) (array (mut i8)))
  (rec
    (type (;1;) (struct (field (mut (ref null 1))) (field (mut (ref null 0)))))
    (type (;2;) (struct (field (mut (ref null 1))) (field (mut (ref null 0)))))
  )
  (type (;3;) (func (param (ref null 2))))
  (export \"main\" (func 0))
  (func (;0;) (type 3) (param (ref null 2)))
)
"
    );
}

#[test]
fn string_builtins_have_the_engines_types() {
    let mut program = Program::default();
    let ty = func_type(&mut program, &[WTy::I32], &[WTy::EXTERN]);
    let from_code = import(&mut program, "wasm:js-string", "fromCharCode", ty);
    let out = func_type(&mut program, &[WTy::EXTERN], &[]);
    let out = import(&mut program, "wrc", "out", out);
    let main = func_type(&mut program, &[], &[WTy::I32]);
    let code = [
        I32_CONST,
        Some(42),
        CALL,
        None,
        CALL,
        None,
        I32_CONST,
        Some(0),
        END,
    ];
    let targets = [RelocTarget::Func(from_code), RelocTarget::Func(out)];
    let main = define(&mut program, "main", main, &code, &targets);
    export(&mut program, "main", main);
    let bytes = bytes(&program);
    let text = wat(&bytes).expect("it validates");
    assert!(
        text.contains("(func (param i32) (result (ref extern)))"),
        "{text}"
    );

    let js = glue_js(&bytes, &program.interface, "app");
    let has = |text: &str| js.contains(text);
    assert!(
        has("host.out =") && has("fromCharCode:") && has(".main()"),
        "{js}"
    );
    assert!(
        !has("host.f64s") && !has("fromCharCodeArray") && !has("STEM"),
        "{js}"
    );
    let dts = glue_dts(&bytes, &program.interface, "app");
    assert!(dts.contains("  main: () => number;"), "{dts}");
}
