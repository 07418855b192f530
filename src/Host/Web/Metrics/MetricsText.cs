using System.Globalization;
using System.Text;
using Host.Composition;
using Host.Web.Site;
using Host.Workflow;

namespace Host.Web.Metrics;

/// <summary>The state of the server as Prometheus reads it (text format 0.0.4): counts and durations, no name of a partner, a user or a period, and no figure of a case.</summary>
internal sealed class MetricsText(Installation installation, PublishedSite site, RequestMeter requests)
{
    public string Write()
    {
        var text = new StringBuilder();
        Head(text, "reporting_request_duration_seconds", "histogram", "Answers, by route, method and status.");
        foreach (var (key, classes) in requests.Seen)
        {
            var labels = $"route=\"{Escaped(key.Route)}\",method=\"{Escaped(key.Method)}\",status=\"{Number(key.Status)}\"";
            var (upTo, sum) = classes.Read();
            for (var i = 0; i < upTo.Length; i++)
            {
                var bound = i < RequestMeter.Bounds.Length ? Number(RequestMeter.Bounds[i]) : "+Inf";
                Line(text, $"reporting_request_duration_seconds_bucket{{{labels},le=\"{bound}\"}}", upTo[i]);
            }

            Line(text, $"reporting_request_duration_seconds_sum{{{labels}}}", sum);
            Line(text, $"reporting_request_duration_seconds_count{{{labels}}}", upTo[^1]);
        }

        var slots = installation.Slots.All();
        var now = Instant.Write(installation.Clock.GetUtcNow());
        Gauge(text, "reporting_slots_due", "Slots that are due and not finished.", slots.Count(s => s.FinishedAt is null && string.CompareOrdinal(s.DueAt, now) <= 0));
        Gauge(text, "reporting_slot_attempts", "Attempts at slots that are not finished.", slots.Where(s => s.FinishedAt is null).Sum(s => s.Attempts));
        Gauge(text, "reporting_ledger_entries", "Entries of the ledger.", site.Current().Entries);
        Gauge(text, "reporting_memory_bytes", "Memory that the process holds.", Environment.WorkingSet);
        Gauge(text, "reporting_uptime_seconds", "Since the server started.", (long)requests.Age.TotalSeconds);
        return text.ToString();
    }

    private static void Gauge(StringBuilder text, string name, string help, long value)
    {
        Head(text, name, "gauge", help);
        Line(text, name, value);
    }

    private static void Head(StringBuilder text, string name, string type, string help) =>
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {type}\n");

    private static void Line(StringBuilder text, string name, double value) => text.Append(CultureInfo.InvariantCulture, $"{name} {Number(value)}\n");

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Escaped(string label) => label.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
