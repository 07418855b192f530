using CsCheck;
using Ingest.Cases;
using Ingest.Duplicates;
using Ingest.Tests.Storage;
using Xunit;

namespace Ingest.Tests.Duplicates;

public sealed class KeyLogTests
{
    [Fact]
    public void AnyRows_SameAsAskingASetAtEachRow() =>
        Gen.Select(Gen.Int[0, 30], Gen.Int[0, 12]).Array[0, 60].Array[0, 4].Sample(
            blocks =>
            {
                var log = new KeyLog();
                var batch = new CaseBatch();
                var cases = new HashSet<int>();
                var persons = new HashSet<int>();
                int repeated = 0;
                foreach ((int Case, int Person)[] block in blocks)
                {
                    SomeStore.Fill(batch, SomeStore.Alpha, [.. block.Select(row => new SomeCase { Case = row.Case, Person = row.Person })]);
                    log.Add(batch);
                    foreach ((int number, int person) in block)
                    {
                        bool newCase = cases.Add(number);
                        bool newPerson = person == 0 || persons.Add(person);
                        repeated += newCase && newPerson ? 0 : 1;
                    }
                }

                Assert.Equal(repeated, log.Repeated());
            },
            iter: 300);
}
