using System.Reflection;

namespace EndToEnd.Architecture;

/// <summary>The five compiled assemblies of the product, and for each what it may know of the others.</summary>
internal static class OwnAssemblies
{
    public static Assembly Publication { get; } = Assembly.Load("Publication");

    public static Assembly Ingest { get; } = Assembly.Load("Ingest");

    public static Assembly Anonymize { get; } = Assembly.Load("Anonymize");

    public static Assembly Reports { get; } = Assembly.Load("Reports");

    public static Assembly Host { get; } = Assembly.Load("reporting");

    public static IReadOnlyList<Assembly> All { get; } = [Publication, Ingest, Anonymize, Reports, Host];

    /// <summary>Assembly → the assemblies of ours that it may reference.</summary>
    public static IReadOnlyDictionary<string, string[]> MayReference { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Publication"] = [],
        ["Ingest"] = [],
        ["Anonymize"] = ["Publication"],
        ["Reports"] = ["Publication"],
        ["reporting"] = ["Publication", "Ingest", "Anonymize", "Reports"],
    };

    /// <summary>Everything a programmer wrote: no closures, no state machines.</summary>
    public static IEnumerable<Type> WrittenTypes(this Assembly assembly) =>
        assembly.GetTypes().Where(t => !t.FullName!.Contains('<', StringComparison.Ordinal)
            && !t.FullName.StartsWith("System.", StringComparison.Ordinal)
            && !t.FullName.StartsWith("Microsoft.", StringComparison.Ordinal));
}
