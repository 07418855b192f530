using Ingest.Cases;
using Ingest.Catalogue;
using Ingest.Duplicates;
using Ingest.Storage;

namespace Ingest.Counting;

/// <summary>Who counts in a population: for each upload the rows by which persons count, with their quarter and the partners that know them.</summary>
internal sealed class PersonRoster
{
    private PersonRoster(IReadOnlyList<RosterEntry>[] entries, PopulationSummary summary)
    {
        Entries = entries;
        Summary = summary;
    }

    /// <summary>For each upload its entries, ascending by row.</summary>
    public IReadOnlyList<RosterEntry>[] Entries { get; }

    public PopulationSummary Summary { get; }

    public static PersonRoster Make(RecordIndex index, QuarterRule rule, IReadOnlyList<int> partnerOfUpload, IReadOnlySet<short>? quarters)
    {
        CaseRecord[] records = index.InOrder();
        var register = new PersonRegister(rule);
        int[] persons = new int[records.Length];
        for (int i = 0; i < records.Length; i++)
        {
            persons[i] = register.Add(i, records[i], index.AcceptedOn(records[i].Order));
        }

        // The quarter of a person may have come from another record than the one that counts, so it is read at the end only.
        var known = new PartnerKnowledge(register, persons, records, partnerOfUpload);
        var entries = new List<RosterEntry>[partnerOfUpload.Count];
        for (int upload = 0; upload < entries.Length; upload++)
        {
            entries[upload] = [];
        }

        int counted = 0;
        for (int i = 0; i < records.Length; i++)
        {
            int person = register.PersonOf(persons[i]);
            (int record, short quarter) = register.CountOf(person);
            if (record != i)
            {
                continue;
            }

            if (quarters is null || quarters.Contains(quarter))
            {
                counted++;
                int upload = records[i].Upload;
                entries[upload].Add(new RosterEntry(records[i].Row, quarter, partnerOfUpload[upload], known.OthersOf(person, partnerOfUpload[upload])));
            }
        }

        foreach (List<RosterEntry> list in entries)
        {
            list.Sort((x, y) => x.Row.CompareTo(y.Row));
        }

        int qualifying = records.Index().Count(r => r.Item.Counts && (quarters is null || quarters.Contains(register.CountOf(register.PersonOf(persons[r.Index])).Quarter)));
        return new PersonRoster(entries, new PopulationSummary(counted, records.Count(r => r.Belongs), qualifying - counted, YearOnly(register, persons, records)));
    }

    private static int YearOnly(PersonRegister register, int[] persons, CaseRecord[] records)
    {
        var without = new HashSet<int>();
        for (int i = 0; i < records.Length; i++)
        {
            int person = register.PersonOf(persons[i]);
            if (records[i].Belongs && !records[i].Counts && register.CountOf(person).Record < 0)
            {
                without.Add(person);
            }
        }

        return without.Count;
    }
}
