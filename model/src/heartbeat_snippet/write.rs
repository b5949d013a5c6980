//! The texts themselves.

use super::every::{beat_s, cron};
use super::quote::{self, double_quoted, kubernetes, one_line, powershell};
use super::{Sender, Snippet};
use crate::curl::quoted;

/// What curl is told: be quiet, fail on a refusal, try again twice, give up after ten seconds a time.
const CURL: &str = "curl -fsS -m 10 --retry 2 -o /dev/null -X POST";

pub(super) fn snippets(sender: Sender, endpoint: &str, name: &str, interval_s: i64) -> Vec<Snippet> {
    let one = |title: &str, text: String| {
        vec![Snippet {
            title: title.to_owned(),
            text,
        }]
    };
    match sender {
        Sender::Curl => one("Shell", format!("{CURL} {}\n", quoted(endpoint))),
        Sender::Cron => {
            let command = quote::cron(&format!("/path/to/job && {CURL} {}", quoted(endpoint)));
            one("crontab -e", format!("{} {command}\n", cron(interval_s)))
        }
        Sender::Systemd => systemd(endpoint, name, interval_s),
        Sender::Python => one("Python", python(endpoint)),
        Sender::Node => one("JavaScript (Node 18 or newer)", node(endpoint)),
        Sender::Go => one("Go", go(endpoint)),
        Sender::PowerShell => one(
            "PowerShell",
            format!(
                "Invoke-RestMethod -Method Post -TimeoutSec 10 -Uri {} | Out-Null\n",
                powershell(endpoint)
            ),
        ),
        Sender::Kubernetes => one("heartbeat.yaml", cron_job(endpoint, name, interval_s)),
    }
}

fn systemd(endpoint: &str, name: &str, interval_s: i64) -> Vec<Snippet> {
    let unit = kubernetes(name);
    // A description knows specifiers too.
    let about = one_line(name).replace('%', "%%").replace('\\', "/");
    let service = format!(
        "[Unit]\nDescription={about}\nWants=network-online.target\nAfter=network-online.target\n\n[Service]\nType=oneshot\n\
         ExecStart=/path/to/job\nExecStartPost=/usr/bin/{CURL} {}\n",
        quote::systemd(endpoint)
    );
    let timer = format!(
        "[Unit]\nDescription={about}\n\n[Timer]\nOnBootSec=30s\nOnUnitActiveSec={}s\nAccuracySec=1s\n\n[Install]\n\
         WantedBy=timers.target\n",
        beat_s(interval_s)
    );
    vec![
        Snippet {
            title: format!("/etc/systemd/system/{unit}.service"),
            text: service,
        },
        Snippet {
            title: format!("/etc/systemd/system/{unit}.timer"),
            text: timer,
        },
        Snippet {
            title: "Shell".to_owned(),
            text: format!("sudo systemctl daemon-reload\nsudo systemctl enable --now {unit}.timer\n"),
        },
    ]
}

fn python(endpoint: &str) -> String {
    format!(
        r#"import urllib.request

HEARTBEAT = {}


def send_heartbeat():
    request = urllib.request.Request(HEARTBEAT, method="POST")
    try:
        urllib.request.urlopen(request, timeout=10).close()
    except OSError as error:
        print("heartbeat not sent:", error)
"#,
        double_quoted(endpoint)
    )
}

fn node(endpoint: &str) -> String {
    format!(
        r#"const HEARTBEAT = {};

async function sendHeartbeat() {{
  try {{
    const answer = await fetch(HEARTBEAT, {{ method: "POST", signal: AbortSignal.timeout(10_000) }});
    if (!answer.ok) throw new Error(`status ${{answer.status}}`);
  }} catch (error) {{
    console.warn("heartbeat not sent:", error);
  }}
}}
"#,
        double_quoted(endpoint)
    )
}

fn go(endpoint: &str) -> String {
    format!(
        r#"package heartbeat

import (
	"fmt"
	"net/http"
	"time"
)

const endpoint = {}

// Send tells the monitor that the work was done.
func Send() error {{
	client := &http.Client{{Timeout: 10 * time.Second}}
	answer, err := client.Post(endpoint, "", nil)
	if err != nil {{
		return err
	}}
	defer answer.Body.Close()
	if answer.StatusCode >= 300 {{
		return fmt.Errorf("heartbeat not sent: %s", answer.Status)
	}}
	return nil
}}
"#,
        double_quoted(endpoint)
    )
}

fn cron_job(endpoint: &str, name: &str, interval_s: i64) -> String {
    format!(
        r#"apiVersion: batch/v1
kind: CronJob
metadata:
  name: {}
spec:
  schedule: "{}"
  concurrencyPolicy: Forbid
  successfulJobsHistoryLimit: 1
  jobTemplate:
    spec:
      backoffLimit: 2
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: heartbeat
              image: curlimages/curl
              args: ["-fsS", "-m", "10", "--retry", "2", "-o", "/dev/null", "-X", "POST", {}]
"#,
        double_quoted(&kubernetes(name)),
        cron(interval_s),
        double_quoted(endpoint)
    )
}
