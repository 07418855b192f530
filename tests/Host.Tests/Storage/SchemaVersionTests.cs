using System.Text;
using Host.Storage;

namespace Host.Tests.Storage;

public sealed class SchemaVersionTests
{
    [Theory]
    [InlineData("""{ "schemaVersion": 2, "unknown": [] }""", true)]
    [InlineData("""{ "unknown": { "schemaVersion": 1 }, "schemaVersion": 2 }""", true)]
    [InlineData("""{"schemaVersion":2}""" + "\nfirst line of something else", true)]
    [InlineData("""{ "schemaVersion": 1 }""", false)]
    [InlineData("""{ "inner": { "schemaVersion": 2 } }""", false)]
    [InlineData("""{ "schemaVersion": "2" }""", false)]
    [InlineData("[2]", false)]
    [InlineData("", false)]
    [InlineData("{ \"schemaVersion\": 2", false)]
    public void Newer_IsSeenBeforeAnythingElse(string json, bool newer) => Assert.Equal(newer, SchemaVersion.IsNewer(Encoding.UTF8.GetBytes(json), 1));
}
