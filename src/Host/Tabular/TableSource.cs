using Host.Outcomes;
using Ingest.Tabular;

namespace Host.Tabular;

/// <summary>A table named on the command line. Faults are told with the option that named it, never with its path.</summary>
internal static class TableSource
{
    public static Outcome<TabularFile> Read(string path, string option, TabularOptions options, CancellationToken cancellationToken) =>
        TabularReader.TryRead(path, options, cancellationToken, out var file, out var fault)
            ? file
            : new Failure(ExitCode.InvalidInput, "Table" + fault.Code, option, Number(fault.Row), Number(fault.Column));

    private static string Number(int place) => place.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
