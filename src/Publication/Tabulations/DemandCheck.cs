namespace Publication.Tabulations;

/// <summary>Tells whether alternatives show that a demand is met. Plain counting.</summary>
internal sealed class DemandCheck
{
    private readonly IReadOnlyList<CheckedAlternative> _alternatives;
    private readonly Dictionary<(int Table, int Cell), List<int>> _touching = [];

    public DemandCheck(IReadOnlyList<CheckedAlternative> alternatives)
    {
        _alternatives = alternatives;
        foreach (var (a, alternative) in alternatives.Index())
        {
            foreach (var (t, changes) in alternative.Changes.Index())
            {
                foreach (var cell in changes.Where(c => c.Value != 0).Select(c => c.Key))
                {
                    if (!_touching.TryGetValue((t, cell), out var touching))
                    {
                        _touching.Add((t, cell), touching = []);
                    }

                    touching.Add(a);
                }
            }
        }
    }

    /// <param name="demand">What must stay possible.</param>
    /// <param name="stands">[alternative] it deceives the one in question; null for whoever knows only what is shown.</param>
    public bool IsMet(TabulatedDemand demand, bool[]? stands = null)
    {
        long[] changes = [0, .. Touching(demand).Where(a => stands?[a] != false).Select(a => demand.Change(_alternatives[a].Changes))];
        return Reaches(demand, changes, demand.Down) && changes.Distinct().Count() >= demand.Distinct;
    }

    /// <summary>
    /// Every person keeps the own record. In the cell it is then never below one, and who is alone in it has nobody there to learn about. The truth keeps everybody, so only those
    /// whom some alternative removes can miss anything.
    /// </summary>
    public bool IsMetForPersons(TabulatedDemand demand, RecordKinds kinds)
    {
        var touching = Touching(demand).Select(a => _alternatives[a]).ToArray();
        foreach (var kind in touching.SelectMany(a => a.Left.Keys.Where(a.Empties)).Distinct())
        {
            var isInside = demand switch
            {
                { Part: < 0 } => kinds.AreIn(kind, demand.Table, demand.Position),
                { IsDifference: true } => kinds.AreIn(kind, demand.Table, demand.Position) && !kinds.AreIn(kind, demand.PartTable ?? demand.Table, demand.Part),
                _ => false,
            };
            if (isInside && demand.Value < 2)
            {
                continue;
            }

            long[] changes = [0, .. touching.Where(a => !a.Empties(kind)).Select(a => demand.Change(a.Changes))];
            var down = isInside ? Math.Min(demand.Down, demand.Value - 1) : demand.Down;
            if (!Reaches(demand, changes, down) || (demand.Distinct > 1 && changes.Min() == changes.Max()))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Reaches(TabulatedDemand demand, long[] changes, long down) => demand.IsEither
        ? changes.Min() <= -down || changes.Max() >= demand.Up
        : changes.Min() <= -down && changes.Max() >= demand.Up;

    private IEnumerable<int> Touching(TabulatedDemand demand)
    {
        var first = _touching.GetValueOrDefault((demand.Table, demand.Position)) ?? [];
        return demand.Part < 0 ? first : first.Union(_touching.GetValueOrDefault((demand.PartTable ?? demand.Table, demand.Part)) ?? []);
    }
}
