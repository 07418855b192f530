using Anonymize.Contingency;
using Anonymize.Contingency.Specs;
using Anonymize.Contingency.Systems;
using Host.Storage;
using Host.Verifying;
using Ingest.Pseudonymise;

namespace Host.Contingency;

/// <summary>Checks what <c>protect</c> left: the public proof always; with the input and the specification every figure and rule; with the certificate the alternatives too.</summary>
internal static class ProtectedVerifier
{
    /// <param name="published">The published folder.</param>
    /// <param name="keys">Opens an encrypted certificate.</param>
    /// <param name="input">Specification, input and the files it names; null where they are not given.</param>
    /// <param name="cancellationToken">Cancels between steps.</param>
    /// <exception cref="FolderFault">A file is missing or is not what it should be.</exception>
    public static IReadOnlyList<CheckResult> Verify(
        string published,
        KeyRing? keys,
        (ContingencySpec Spec, ContingencyRecords Records, SpecFiles Files)? input,
        CancellationToken cancellationToken)
    {
        var tables = PrintedTables.Read(published, cancellationToken);
        var results = new List<CheckResult> { new("VerifyStructure", Holds: true, $"{tables.Count}") };
        results.AddRange(PrintedProof.Check(published, tables));
        if (input is not { } given)
        {
            results.Add(new CheckResult("VerifyFigures", Holds: null, "--input, --spec"));
            return results;
        }

        var certificate = Certificate(published, keys);
        var printed = tables.ToDictionary(t => t.Id, t => t.ByCell()!, StringComparer.Ordinal);
        if (TableProtector.Check(PrintedRows(given.Spec, tables), given.Records, given.Files, printed, certificate) is not { IsSameShape: true } check)
        {
            results.Add(new CheckResult("VerifyFigures", Holds: false, "--spec"));
            return results;
        }

        results.Add(new CheckResult("VerifyFigures", check.WrongCells == 0, $"{(check.WrongCells == 0 ? tables.Sum(t => t.Rows.Count) : check.WrongCells)}"));
        results.Add(new CheckResult("VerifyCertificate", check.Unproved is { } unproved ? unproved == 0 : null, check.Unproved is { } count ? $"{count}" : "--key-file"));
        return results;
    }

    /// <summary>The specification with the rows of pooled variables that were printed; whether they are a layout is for the check to say.</summary>
    private static ContingencySpec PrintedRows(ContingencySpec spec, IReadOnlyList<PrintedTable> tables) => spec with
    {
        Tables =
        [
            .. spec.Tables.Select(t => t with
            {
                Layouts = (tables.FirstOrDefault(p => string.Equals(p.Id, t.Id, StringComparison.Ordinal))?.Layouts ?? new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>(StringComparer.Ordinal))
                    .ToDictionary(l => l.Key, l => (IReadOnlyList<IReadOnlyList<string>>)[.. l.Value.Values], StringComparer.Ordinal),
            }),
        ],
    };

    /// <summary>The certificate beside the folder, in clear or opened; null where it is missing or the key does not fit.</summary>
    private static ReadOnlyMemory<byte>? Certificate(string published, KeyRing? keys)
    {
        var folder = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(published))!, "private");
        var file = Path.Combine(folder, "certificate.bin");
        if (!File.Exists(file))
        {
            return null;
        }

        var bytes = File.ReadAllBytes(file);
        return bytes is [(byte)'{', ..] ? bytes
            : keys is not null && new PrivateVault(folder, keys).Open("certificate.bin", bytes).Succeeded(out var opened, out _) ? opened
            : null;
    }
}
