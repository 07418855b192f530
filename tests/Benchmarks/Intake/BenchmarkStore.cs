using Ingest.Catalogue;
using Ingest.Intake;
using Ingest.Profiles;
using Ingest.Pseudonymise;
using Ingest.Rules;
using Ingest.Schema;
using Ingest.Storage;

namespace Benchmarks.Intake;

/// <summary>A new store with one partner, gone afterwards.</summary>
internal sealed class BenchmarkStore : IDisposable
{
    private static readonly PartnerId Partner = new("BENCH");
    private static readonly CodeLists Lists = CodeLists.Load();
    private static readonly ProfileCatalogue Profiles = ProfileCatalogue.Load(Lists);
    private static readonly RuleBook Rules = RuleBook.Load();

    private readonly string folder = Directory.CreateTempSubdirectory("benchmark-store-").FullName;
    private readonly CaseStore store;

    public BenchmarkStore()
    {
        store = CaseStore.Open(folder, folder + "-keys", KeyRing.FromSeed("bench", "bench"), TimeProvider.System).Value;
        _ = store.Register(new Partner(Partner, "Ölçüm", "Benchmark") { LegalBasis = new LegalBasis("B-1", new DateOnly(2024, 1, 1)) }).Value;
    }

    public void Ingest(string path, int rows)
    {
        var service = new IntakeService(store, Lists, Profiles, Rules, TimeProvider.System);
        using FileStream file = File.OpenRead(path);
        IntakeOutcome outcome = service.IngestAsync(file, Partner, new IntakeOptions(), CancellationToken.None).GetAwaiter().GetResult();
        if (outcome is not IntakeOutcome.Accepted accepted || accepted.Receipt.RowsAccepted != rows)
        {
            throw new InvalidOperationException(outcome is IntakeOutcome.Rejected rejected
                ? string.Join(' ', rejected.Report.Findings.Select(finding => $"{finding.Rule}:{finding.ColumnLetter}:{finding.Count}"))
                : "Not all rows were accepted.");
        }
    }

    public void Dispose()
    {
        store.Dispose();
        Directory.Delete(folder, recursive: true);
        Directory.Delete(folder + "-keys", recursive: true);
    }
}
