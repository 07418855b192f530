using Anonymize.Audit;
using Anonymize.Protection;
using Publication.Ledgers;
using Publication.Releases;
using Publication.Tables;

namespace Anonymize.Tests.Properties;

/// <summary>The engine, run on a small world.</summary>
internal static class Engine
{
    public static ProtectionProblem Problem(Instance instance, IReadOnlyList<TableDesign> tables, Ledger ledger, Func<TableDesign, CellDefinition, bool>? mustShow = null) => new()
    {
        Header = Headers.Of(instance.Rules),
        Variables = instance.Variables,
        Impossible = instance.Impossible,
        Designs = tables,
        Records = Patterns.Records(instance),
        Ledger = ledger,
        Rules = instance.Rules,
        ForcedOpen = mustShow ?? ((_, _) => false),
        ReasonFor = (_, _) => Patterns.Reason,
    };

    /// <summary>Within a budget that no small world needs to the end: an engine that runs on is at fault, too.</summary>
    public static Protection.Protection Run(ProtectionProblem problem)
    {
        var budget = new Budget(20_000);
        var protection = Protector.Protect(problem, PopulationSearch.ForEach(problem.Records.Keys, budget), progress: null, CancellationToken.None);
        return budget.IsExceeded ? throw new InvalidOperationException("The engine did not come to an end.") : protection;
    }

    /// <summary>Every release but the last as the engine publishes it; a release it refuses is withheld.</summary>
    public static Ledger History(Instance instance)
    {
        var ledger = Ledger.Empty.WithBackground(instance.Background);
        foreach (var tables in instance.Releases.SkipLast(1))
        {
            if (Run(Problem(instance, tables, ledger)).Candidate is { } candidate)
            {
                ledger = ledger.Append(candidate.Content, instance.Rules);
            }
        }

        return ledger;
    }
}
