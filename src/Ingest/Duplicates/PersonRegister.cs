using Ingest.Counting;

namespace Ingest.Duplicates;

/// <summary>
/// Finds which records are one person, in the order in which they count. Two records are one person if they share a case key or a
/// person key, directly or through others. The first record of a person that is in the population is the one that counts.
/// What a later record shows changes no quarter that is closed by then: two persons who both count in closed quarters stay two,
/// and an earlier quarter reported later takes a person over only while both quarters are open.
/// </summary>
internal sealed class PersonRegister(QuarterRule rule)
{
    private const int Nobody = -1;

    private readonly Dictionary<CaseIdentity, int> byCase = [];
    private readonly Dictionary<CaseIdentity, int> byPerson = [];
    private readonly List<int> parent = [];
    private readonly List<int> winner = [];
    private readonly List<short> quarter = [];

    /// <summary>Registers the next record.</summary>
    /// <param name="index">Its place in that order.</param>
    /// <param name="record">The record; they come in <see cref="RecordOrder"/>.</param>
    /// <param name="accepted">The day on which it was accepted.</param>
    /// <returns>The person's number; <see cref="PersonOf"/> gives the final one.</returns>
    public int Add(int index, in CaseRecord record, DateOnly accepted)
    {
        int known = Find(byCase, record.Case);
        int other = record.Person.IsNone ? Nobody : Find(byPerson, record.Person);
        int person = known == Nobody ? other : known;
        if (person == Nobody)
        {
            person = parent.Count;
            parent.Add(person);
            winner.Add(Nobody);
            quarter.Add(Cases.Quarter.None);
        }
        else if (known != Nobody && other != Nobody && known != other)
        {
            person = Unite(known, other, accepted);
        }

        byCase.TryAdd(record.Case, person);
        if (!record.Person.IsNone)
        {
            byPerson.TryAdd(record.Person, person);
        }

        Count(person, index, record, accepted);
        return person;
    }

    public int PersonOf(int number)
    {
        while (parent[number] != number)
        {
            parent[number] = parent[parent[number]];
            number = parent[number];
        }

        return number;
    }

    /// <summary>The record by which a person counts, and its quarter; −1 if the person is not in the population.</summary>
    public (int Record, short Quarter) CountOf(int person) => (winner[person], quarter[person]);

    private int Find(Dictionary<CaseIdentity, int> keys, CaseIdentity key) => keys.TryGetValue(key, out int number) ? PersonOf(number) : Nobody;

    /// <summary>Makes two persons one, by the record that counts first, unless both count in quarters that are closed.</summary>
    private int Unite(int first, int second, DateOnly accepted)
    {
        (int kept, int dropped) = CountsBefore(first, second) ? (first, second) : (second, first);
        if (winner[dropped] != Nobody)
        {
            bool mayDrop = rule.IsOpen(quarter[dropped], accepted);
            bool mayChange = rule.IsOpen(quarter[kept], accepted);
            if (!mayDrop && !mayChange)
            {
                return kept;
            }

            if (!mayDrop)
            {
                (kept, dropped) = (dropped, kept);
            }
            else if (mayChange && quarter[dropped] < quarter[kept])
            {
                quarter[kept] = quarter[dropped];
            }
        }

        parent[dropped] = kept;
        return kept;
    }

    private bool CountsBefore(int first, int second) => (winner[first], winner[second]) switch
    {
        (Nobody, Nobody) => first < second,
        (_, Nobody) => true,
        (Nobody, _) => false,
        var (mine, other) => mine < other,
    };

    private void Count(int person, int index, in CaseRecord record, DateOnly accepted)
    {
        if (!record.Counts)
        {
            return;
        }

        if (winner[person] == Nobody)
        {
            (winner[person], quarter[person]) = (index, record.Quarter);
        }
        else if (record.Quarter < quarter[person] && rule.IsOpen(record.Quarter, accepted) && rule.IsOpen(quarter[person], accepted))
        {
            quarter[person] = record.Quarter;
        }
    }
}
