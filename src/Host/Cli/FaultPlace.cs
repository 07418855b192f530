using System.Diagnostics;
using System.Globalization;

namespace Host.Cli;

/// <summary>Where in the code an unexpected exception was thrown, without a word of its message.</summary>
internal static class FaultPlace
{
    public static string Of(Exception exception)
    {
        var frame = new StackTrace(exception, fNeedFileInfo: false).GetFrames()
            .Select(f => f.GetMethod())
            .FirstOrDefault(m => m?.DeclaringType?.Namespace is { } name && (name.StartsWith("Host", StringComparison.Ordinal)
                || name.StartsWith("Ingest", StringComparison.Ordinal) || name.StartsWith("Anonymize", StringComparison.Ordinal)
                || name.StartsWith("Publication", StringComparison.Ordinal) || name.StartsWith("Reports", StringComparison.Ordinal)));
        return frame is null ? "-" : string.Create(CultureInfo.InvariantCulture, $"{frame.DeclaringType?.FullName}.{frame.Name}");
    }
}
