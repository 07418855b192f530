using System.Reflection;
using Xunit;

namespace EndToEnd.Architecture;

/// <summary>
/// The host wires and speaks; what is safe, what is counted and how it is drawn is decided elsewhere. A rule in the host would be a rule
/// that no certificate covers.
/// </summary>
public sealed class HostTests
{
    private static readonly string[] Engines = ["Google.OrTools", "ParquetSharp", "CsvHelper", "ExcelDataReader", "ClosedXML", "DocumentFormat.OpenXml", "ScottPlot", "SkiaSharp"];

    private static readonly string[] RuleNouns = ["rule", "rules", "requirement", "requirements", "witness", "witnesses", "suppression", "suppressor", "attacker"];

    [Fact]
    public void Host_LeavesFormatsSolversAndChartsToTheirOwners()
    {
        // The generator of the samples writes what partners would send; it is a partner here, not the product.
        var uses =
            from use in CompiledCode.Uses(OwnAssemblies.Host)
            where use.User.Namespace != "Host.Samples"
            let library = ((use.Used as Type) ?? use.Used.DeclaringType)?.Assembly.GetName().Name
            where Engines.Contains(library, StringComparer.Ordinal)
            select $"{use.User.FullName} uses {library}";
        Assert.Empty(uses.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void Host_DeclaresNoRule()
    {
        // What a name ends in is what the thing is: a source of rule sets is a source.
        var rules = OwnAssemblies.Host.WrittenTypes().Select(t => t.FullName).Where(n => Words.Of(n!) is [.., var noun] && RuleNouns.Contains(noun)).ToArray();
        Assert.Empty(rules);
    }

    [Fact]
    public void Host_IsTheOnlyExecutable() =>
        Assert.Equal(["reporting"], OwnAssemblies.All.Where(a => a.EntryPoint is not null).Select(a => a.GetName().Name));

    [Theory]
    [InlineData("Publication")]
    [InlineData("Anonymize")]
    public void CoreAndEngine_KnowNothingOfTrafficking(string assembly)
    {
        string[] field = ["trafficking", "victim", "victims", "exploitation", "sector", "sectors", "citizenship", "referral"];
        var names =
            from type in Assembly.Load(assembly).WrittenTypes()
            from name in type.GetMembers(BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
                .Select(m => m.Name).Append(type.Name)
            where Words.Of(name).Intersect(field).Any()
            select $"{type.FullName}.{name}";
        Assert.Empty(names);
    }
}
