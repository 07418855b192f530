using System.Globalization;
using Host.Outcomes;
using Ingest.Tabular;

namespace Host.Contingency;

/// <summary>Why a table cannot be read, as a failure of the command line.</summary>
internal static class TabularFailures
{
    public static Failure Of(TabularFault fault, string what) => new(
        ExitCode.InvalidInput,
        "Tabular" + fault.Code,
        what,
        fault.Row.ToString(CultureInfo.InvariantCulture),
        fault.Column.ToString(CultureInfo.InvariantCulture));
}
