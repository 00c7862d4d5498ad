//! Closures as functions of JavaScript, and functions of JavaScript as
//! closures.

use super::{FromJs, IntoJs, JsValue};
use std::cell::{Cell, RefCell};

fn in_use() -> ! {
    JsValue::error("a closure is called while it runs").throw()
}

fn used_up() -> ! {
    JsValue::error("a closure that can be called once is called again").throw()
}

macro_rules! function_of_js {
    ($call:ident ($($arg:ident),*)) => {
        /// What the function throws goes on to who called Rust.
        impl<$($arg: IntoJs + 'static,)* R: FromJs + 'static> FromJs
            for Box<dyn $call($($arg),*) -> R>
        {
            #[allow(non_snake_case, reason = "a parameter is named as its type")]
            fn from_js(value: JsValue) -> Self {
                if !value.is_function() {
                    JsValue::throw_type_error("a function is wanted");
                }
                Box::new(move |$($arg: $arg),*| {
                    match value.call(&[$($arg.into_js()),*]) {
                        Ok(result) => R::from_js(result),
                        Err(error) => error.throw(),
                    }
                })
            }
        }
    };
}

macro_rules! functions {
    ($(($($index:literal $arg:ident),*);)*) => {
        $(
            /// A function of JavaScript, as is any closure.
            impl<$($arg: FromJs + 'static,)* R: IntoJs + 'static> IntoJs
                for Box<dyn Fn($($arg),*) -> R>
            {
                fn into_js(self) -> JsValue {
                    JsValue::function(Box::new(move |_arguments| {
                        self($($arg::from_js(_arguments.at($index))),*).into_js()
                    }))
                }
            }

            /// Throws when it is called while it runs.
            impl<$($arg: FromJs + 'static,)* R: IntoJs + 'static> IntoJs
                for Box<dyn FnMut($($arg),*) -> R>
            {
                fn into_js(self) -> JsValue {
                    let closure = RefCell::new(self);
                    JsValue::function(Box::new(move |_arguments| {
                        match closure.try_borrow_mut() {
                            Ok(mut closure) => {
                                closure($($arg::from_js(_arguments.at($index))),*).into_js()
                            }
                            Err(_) => in_use(),
                        }
                    }))
                }
            }

            /// Throws when it is called again.
            impl<$($arg: FromJs + 'static,)* R: IntoJs + 'static> IntoJs
                for Box<dyn FnOnce($($arg),*) -> R>
            {
                fn into_js(self) -> JsValue {
                    let closure = Cell::new(Some(self));
                    JsValue::function(Box::new(move |_arguments| match closure.take() {
                        Some(closure) => {
                            closure($($arg::from_js(_arguments.at($index))),*).into_js()
                        }
                        None => used_up(),
                    }))
                }
            }

            function_of_js! { Fn ($($arg),*) }
            function_of_js! { FnMut ($($arg),*) }
            function_of_js! { FnOnce ($($arg),*) }
        )*
    };
}

functions! {
    ();
    (0 A);
    (0 A, 1 B);
    (0 A, 1 B, 2 C);
    (0 A, 1 B, 2 C, 3 D);
    (0 A, 1 B, 2 C, 3 D, 4 E);
    (0 A, 1 B, 2 C, 3 D, 4 E, 5 F);
}
