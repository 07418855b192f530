using System.Text.Json;
using EndToEnd.Architecture;
using EndToEnd.Support;
using Host.Web.Problems;
using Xunit;

namespace EndToEnd.Portal;

/// <summary>The description of the interface is that of the server, is committed, and leaves nothing unsaid.</summary>
public sealed class OpenApiTests
{
    private const string Committed = "docs/openapi.json";
    private const string Rewrite = "REPORTING_REWRITE_OPENAPI";

    [Fact]
    public async Task Description_IsTheCommittedOne()
    {
        var served = await ServedAsync();
        var path = Path.Combine(SourceTree.Root, Committed);
        if (Environment.GetEnvironmentVariable(Rewrite) == "1")
        {
            await File.WriteAllBytesAsync(path, served, TestContext.Current.CancellationToken);
        }

        var committed = File.Exists(path) ? await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken) : [];
        Assert.True(
            served.SequenceEqual(committed),
            $"The interface is not as {Committed} says. Look at what changed; where it is meant, write it anew and commit it: "
            + $"{Rewrite}=1 dotnet run -c Release --project tests/EndToEnd -- -method \"*{nameof(Description_IsTheCommittedOne)}\"");
    }

    [Fact]
    public async Task Description_ShowsAnExampleOfEveryProblem()
    {
        using var document = JsonDocument.Parse(await ServedAsync());
        var shown = Operations(document)
            .SelectMany(o => o.GetProperty("responses").EnumerateObject())
            .Where(r => r.Name[0] is '4' or '5')
            .SelectMany(r => r.Value.GetProperty("content").GetProperty("application/problem+json").GetProperty("examples").EnumerateObject()
                .Select(e => (Code: e.Name, Status: int.Parse(r.Name, System.Globalization.CultureInfo.InvariantCulture), Example: e.Value.GetProperty("value"))))
            .ToArray();
        Assert.All(shown, s => Assert.Equal((s.Code, s.Status), (s.Example.GetProperty("code").GetString()!, s.Example.GetProperty("status").GetInt32())));
        Assert.DoesNotContain(shown, s => s.Example.GetProperty("title").GetString()!.Contains('{', StringComparison.Ordinal));

        var declared = typeof(ProblemKinds).GetFields().Select(f => (ProblemKind)f.GetValue(null)!).Concat(ProblemKinds.Store);
        Assert.Equal(
            declared.Select(k => (k.Code, k.Status)).Order(),
            shown.Select(s => (s.Code, s.Status)).Distinct().Order());
    }

    [Fact]
    public async Task Description_HasEveryRouteOfTheInterface()
    {
        using var document = JsonDocument.Parse(await ServedAsync());
        var described = document.RootElement.GetProperty("paths").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal);
        Assert.Equal(["/v1/releases", "/v1/releases/{id}", "/v1/releases/{id}/tables/{table}", "/v1/uploads", "/v1/uploads/{id}", "/v1/validations"], described);
    }

    [Fact]
    public async Task Description_TellsOfEveryFieldAndUsesEveryWord()
    {
        using var document = JsonDocument.Parse(await ServedAsync());
        using var words = JsonDocument.Parse(SourceTree.Read("src/Host/Web/Description/words.json"));
        var schemas = document.RootElement.GetProperty("components").GetProperty("schemas");
        foreach (var schema in words.RootElement.GetProperty("schemas").EnumerateObject())
        {
            var place = schema.Name.Split('.');
            var described = schemas.GetProperty(place[0]);
            described = place.Length == 1 ? described : described.GetProperty("properties").GetProperty(place[1]).GetProperty("items");
            var fields = described.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().ToArray() : [];
            Assert.Equal(schema.Value.EnumerateObject().Select(w => w.Name).Order(StringComparer.Ordinal), fields.Select(f => f.Name).Append("").Order(StringComparer.Ordinal));
            Assert.All(fields, f => Assert.NotEmpty(f.Value.GetProperty("description").GetString()!));
        }
    }

    private static IEnumerable<JsonElement> Operations(JsonDocument document) =>
        document.RootElement.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).Select(o => o.Value);

    private static async Task<byte[]> ServedAsync()
    {
        await using var portal = await SitePortal.StartAsync(new SiteClock("2025-04-10T09:00:00Z"));
        using var client = new HttpClient { BaseAddress = portal.Address };
        return await client.GetByteArrayAsync(new Uri("/v1/openapi.json", UriKind.Relative), TestContext.Current.CancellationToken);
    }
}
