using System.Text;
using Ingest.Catalogue;
using Ingest.Intake;
using Ingest.Programme;
using Ingest.Schema;
using Ingest.Tests.Reading;
using Ingest.Tests.Storage;
using Xunit;

namespace Ingest.Tests.Programme;

/// <summary>A store with partners that the catalogue of indicators names, and files of figures for them.</summary>
internal sealed class SomeProgramme : IDisposable
{
    public const string Header = "Indicator;Quarter;Audience;Language;Result of the call;Person group;Value\n";

    public static readonly PartnerId Migration = new("GOC");
    public static readonly PartnerId Helpline = new("HAT");
    public static readonly PartnerId Association = new("STK");
    public static readonly PartnerId Organisation = new("UOK");

    public SomeProgramme()
    {
        foreach (PartnerId partner in new[] { Migration, Helpline, Association, Organisation })
        {
            Assert.True(Some.Store.Register(new Partner(partner, "Kurum", "Agency")).Succeeded);
        }

        Some.Time.Day(2026, 1, 5);
    }

    public static CodeLists Lists { get; } = CodeLists.Load();

    public SomeStore Some { get; } = new();

    public static byte[] File(params string[] rows) => Encoding.UTF8.GetBytes(Header + string.Concat(rows.Select(row => row + "\n")));

    public async Task<IntakeOutcome> Ingest(PartnerId partner, byte[] file, IntakeOptions? options = null)
    {
        using var stream = new MemoryStream(file);
        return await Service().IngestAsync(stream, partner, options ?? new(), TestContext.Current.CancellationToken);
    }

    public async Task<Receipt> Accept(PartnerId partner, byte[] file, IntakeOptions? options = null) =>
        Assert.IsType<IntakeOutcome.Accepted>(await Ingest(partner, file, options)).Receipt;

    public IntakeService Service() => new(Some.Store, SomeReader.Lists, SomeReader.Profiles, SomeReader.Rules, Some.Time);

    public void Dispose() => Some.Dispose();
}
