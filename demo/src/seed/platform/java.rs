//! Billing: Java with Spring. `Caused by` chains and long library stacks.

use crate::seed::template::{Code, Platform, Problem, Setting, Spot, Thrown};
use glint_model::wire::issue::Level;

const SERVICE: Code = Code {
    file: "InvoiceService.java",
    path: "InvoiceService.java",
    module: "com.acme.billing.InvoiceService",
    first_line: 44,
    text: r#"    @Transactional
    public Invoice create(Order order) {
        Customer customer = customers.findById(order.customerId()).orElseThrow();
        Invoice invoice = new Invoice(numbers.next(), customer, order.lines());
        for (Line line : order.lines()) {
            invoice.add(line.text(), line.net().multiply(vat.rateFor(customer.country())));
        }
        return invoices.save(invoice);
    }

    public byte[] render(Invoice invoice) {
        try (var out = new ByteArrayOutputStream()) {
            templates.get(invoice.locale()).write(invoice, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new RenderException("cannot render invoice " + invoice.number(), e);
        }
    }
"#,
};

const RUN: Spot = Spot::lib("Thread.java", "java.lang.Thread", 1583, "run");
const TOMCAT: Spot = Spot::lib(
    "NioEndpoint.java",
    "org.apache.tomcat.util.net.NioEndpoint$SocketProcessor",
    1741,
    "doRun",
);
const FILTER: Spot = Spot::lib(
    "ApplicationFilterChain.java",
    "org.apache.catalina.core.ApplicationFilterChain",
    162,
    "doFilter",
);
const SERVLET: Spot = Spot::lib(
    "DispatcherServlet.java",
    "org.springframework.web.servlet.DispatcherServlet",
    1089,
    "doDispatch",
);
const CONTROLLER: Spot = Spot::bare(
    "InvoiceController.java",
    "com.acme.billing.InvoiceController",
    38,
    "post",
);
const PROXY: Spot = Spot::lib(
    "<generated>",
    "com.acme.billing.InvoiceService$$SpringCGLIB$$0",
    0,
    "create",
);
const SPRING: &str = "Spring6ExceptionResolver";

/// The project.
pub const PLATFORM: Platform = Platform {
    slug: "billing",
    name: "Billing",
    platform: "java-spring",
    event_platform: "java",
    setting: Setting::Server,
    sdk: ("sentry.java.spring-boot.jakarta", "8.28.0"),
    runtime: ("OpenJDK Runtime Environment", "21.0.5"),
    package: "billing@",
    modules: &[
        ("org.springframework:spring-webmvc", "6.2.14"),
        ("org.hibernate.orm:hibernate-core", "6.6.36"),
        ("org.postgresql:postgresql", "42.7.8"),
    ],
    transactions: &["POST /invoices", "GET /invoices/{id}.pdf", "POST /dunning", "GET /customers/{id}"],
    problems: &[
        Problem::error(&[
            Thrown::unhandled(
                "PSQLException",
                "ERROR: duplicate key value violates unique constraint \"uk_invoice_number\"\n  Detail: Key (number)=({order}) already exists.",
                SPRING,
                &[Spot::lib("QueryExecutorImpl.java", "org.postgresql.core.v3.QueryExecutorImpl", 2725, "receiveErrorResponse")],
            )
            .module("org.postgresql.util"),
            Thrown::unhandled("ConstraintViolationException", "could not execute statement", SPRING, &[
                Spot::lib("SQLStateConversionDelegate.java", "org.hibernate.exception.internal.SQLStateConversionDelegate", 97, "convert"),
            ])
            .module("org.hibernate.exception"),
            Thrown::unhandled("DataIntegrityViolationException", "could not execute statement; constraint [uk_invoice_{id}]", SPRING, &[
                RUN, TOMCAT, FILTER, SERVLET, CONTROLLER, PROXY,
                Spot::app(&SERVICE, 51, "create"),
                Spot::lib("SharedEntityManagerCreator.java", "org.springframework.orm.jpa.SharedEntityManagerCreator", 311, "invoke"),
            ])
            .module("org.springframework.dao"),
        ]),
        Problem::error(&[Thrown::unhandled(
            "NullPointerException",
            "Cannot invoke \"com.acme.billing.{class}.{prop}()\" because \"customer\" is null",
            SPRING,
            &[RUN, TOMCAT, FILTER, SERVLET, CONTROLLER, PROXY, Spot::app(&SERVICE, 49, "create")],
        )
        .module("java.lang")]),
        Problem::error(&[
            Thrown::unhandled("FileNotFoundException", "/templates/{file} (No such file or directory)", SPRING, &[
                Spot::lib("FileInputStream.java", "java.io.FileInputStream", 213, "open0"),
            ])
            .module("java.io"),
            Thrown::unhandled("RenderException", "cannot render invoice {order}", SPRING, &[
                RUN, TOMCAT, FILTER, SERVLET, CONTROLLER,
                Spot::app(&SERVICE, 59, "render"),
            ])
            .module("com.acme.billing"),
        ]),
        Problem::error(&[Thrown::unhandled("OutOfMemoryError", "Java heap space", "UncaughtExceptionHandler", &[
            RUN,
            Spot::app(&SERVICE, 57, "render"),
            Spot::lib("Arrays.java", "java.util.Arrays", 3537, "copyOf"),
        ])
        .module("java.lang")])
        .level(Level::Fatal),
        Problem::error(&[Thrown::handled(
            "CannotAcquireLockException",
            "could not obtain lock on row in relation \"{class}\" after {ms} ms",
            "generic",
            &[RUN, TOMCAT, SERVLET, CONTROLLER, Spot::app(&SERVICE, 51, "create")],
        )
        .module("org.springframework.dao")])
        .level(Level::Warning),
        Problem::error(&[Thrown::unhandled("NoSuchElementException", "No value present for customer {id}", SPRING, &[
            RUN, TOMCAT, FILTER, SERVLET, CONTROLLER, PROXY,
            Spot::app(&SERVICE, 46, "create"),
            Spot::lib("Optional.java", "java.util.Optional", 377, "orElseThrow"),
        ])
        .module("java.util")]),
    ],
    messages: &[(Level::Warning, "VAT rate of {currency} is older than a day"), (Level::Info, "Dunning run {id} finished")],
};
