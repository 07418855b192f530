using Host.Outcomes;
using Host.Storage;
using Ingest.Pseudonymise;

namespace Host.Security;

/// <summary>Reads a key ring from its file. What is wrong with it is told by kind; nothing of the file is repeated.</summary>
internal static class KeySource
{
    private const int NewestKnown = 1;

    public static Outcome<KeyRing> Read(string path)
    {
        if (KeyRing.TryLoadFile(path, out var keys, out var fault))
        {
            return keys;
        }

        return fault == KeyFault.Missing ? new Failure(ExitCode.DependencyUnavailable, "KeysMissing")
            : SchemaVersion.IsNewer(File.ReadAllBytes(path), NewestKnown) ? new Failure(ExitCode.DependencyUnavailable, "NewerSchema", Path.GetFileName(path))
            : new Failure(ExitCode.DependencyUnavailable, "KeysMalformed");
    }
}
