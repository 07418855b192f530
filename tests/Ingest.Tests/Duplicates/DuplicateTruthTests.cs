using System.Globalization;
using Ingest.Counting;
using Ingest.Duplicates;
using Ingest.Intake;
using Ingest.Tests.Reading;
using Xunit;

namespace Ingest.Tests.Duplicates;

/// <summary>Every pair that the generator planted, spelling variants and near misses, against the persons that are found.</summary>
public sealed class DuplicateTruthTests
{
    [Fact]
    public void PlantedPairs_NoneMissed_NoneFalse()
    {
        var register = new PersonRegister(QuarterRule.AlwaysOpen);
        var person = new Dictionary<(string File, string Row), int>();
        int order = 0;
        foreach (PartnerTerms terms in SampleFiles.Partners())
        {
            foreach (string file in SampleFiles.Truth("files.csv").Where(file => file[1] == terms.Id.Value).Select(file => file[0]))
            {
                foreach (Reading.SomeCase read in SomeReader.Read(File.ReadAllBytes(Path.Combine(SampleFiles.Folder, file)), terms).Cases)
                {
                    var record = new CaseRecord
                    {
                        Case = new CaseIdentity(Convert.FromHexString(read.CaseKey)),
                        Person = new CaseIdentity(Convert.FromHexString(read.MatchKey)),
                        Order = order,
                        Upload = 0,
                        Row = order,
                        Quarter = 0,
                        Belongs = true,
                        Content = 0,
                    };
                    person[(file, read.Row.ToString(CultureInfo.InvariantCulture))] = register.Add(order++, record, DateOnly.MinValue);
                }
            }
        }

        List<string> missed = [];
        List<string> wrong = [];
        int planted = 0;
        foreach (string[] pair in SampleFiles.Truth("duplicates.csv"))
        {
            bool same = register.PersonOf(person[(pair[3], pair[4])]) == register.PersonOf(person[(pair[7], pair[8])]);
            planted += pair[0] == "yes" ? 1 : 0;
            if (same != (pair[0] == "yes"))
            {
                (same ? wrong : missed).Add(string.Join(' ', pair[1], pair[3], pair[4], pair[7], pair[8]));
            }
        }

        Assert.Empty(missed);
        Assert.Empty(wrong);

        // Nor were persons joined whom the generator did not repeat.
        int persons = person.Values.Select(register.PersonOf).Distinct().Count();
        Assert.Equal(planted, person.Count - persons);
    }
}
