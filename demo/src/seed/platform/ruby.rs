//! Jobs: Ruby with Sidekiq.

use crate::seed::template::{Code, Platform, Problem, Setting, Spot, Thrown};
use glint_model::wire::issue::Level;

const MAILER: Code = Code {
    file: "app/jobs/newsletter_job.rb",
    path: "/srv/jobs/app/jobs/newsletter_job.rb",
    module: "",
    first_line: 5,
    text: r#"  def perform(list_id, issue)
    list = List.find(list_id)
    list.members.find_each do |member|
      body = render(issue, locale: member.locale.to_sym)
      deliver(member.email, subject: issue.fetch("subject"), body: body)
    end
  rescue Net::ReadTimeout => e
    raise DeliveryError, "list #{list_id}: #{e.message}"
  end
"#,
};

const PROCESSOR: Spot = Spot::lib("sidekiq/processor.rb", "", 223, "execute_job");
const THREAD: Spot = Spot::lib("sidekiq/component.rb", "", 10, "watchdog");

/// The project.
pub const PLATFORM: Platform = Platform {
    slug: "jobs",
    name: "Jobs",
    platform: "ruby",
    event_platform: "ruby",
    setting: Setting::Worker,
    sdk: ("sentry.ruby.sidekiq", "6.2.0"),
    runtime: ("ruby", "3.4.7"),
    package: "jobs@",
    modules: &[("sidekiq", "8.0.9"), ("rails", "8.1.1"), ("redis-client", "0.26.1")],
    transactions: &["Sidekiq/NewsletterJob", "Sidekiq/CleanupJob", "Sidekiq/ExportJob"],
    problems: &[
        Problem::error(&[
            Thrown::unhandled(
                "Net::ReadTimeout",
                "Net::ReadTimeout with #<TCPSocket:(closed)>",
                "sidekiq",
                &[Spot::lib("net/protocol.rb", "", 229, "rbuf_fill")],
            ),
            Thrown::unhandled(
                "DeliveryError",
                "list {id}: Net::ReadTimeout",
                "sidekiq",
                &[THREAD, PROCESSOR, Spot::app(&MAILER, 12, "rescue in perform")],
            ),
        ]),
        Problem::error(&[Thrown::unhandled(
            "NoMethodError",
            "undefined method 'to_sym' for nil (member {id})",
            "sidekiq",
            &[THREAD, PROCESSOR, Spot::app(&MAILER, 8, "block in perform")],
        )]),
        Problem::error(&[Thrown::unhandled(
            "KeyError",
            "key not found: \"{field}\"",
            "sidekiq",
            &[THREAD, PROCESSOR, Spot::app(&MAILER, 9, "block in perform")],
        )])
        .level(Level::Warning),
        Problem::error(&[Thrown::unhandled(
            "ActiveRecord::RecordNotFound",
            "Couldn't find List with 'id'={id}",
            "sidekiq",
            &[
                THREAD,
                PROCESSOR,
                Spot::app(&MAILER, 6, "perform"),
                Spot::lib("active_record/core.rb", "", 287, "find"),
            ],
        )]),
    ],
    messages: &[
        (Level::Info, "Queue {word} drained"),
        (Level::Warning, "Queue latency is {ms} ms"),
    ],
};
