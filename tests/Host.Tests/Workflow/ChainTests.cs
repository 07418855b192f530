using CsCheck;
using Host.Workflow;

namespace Host.Tests.Workflow;

public sealed class ChainTests
{
    [Fact]
    public void FieldsRunTogether_AreOtherLinks() =>
        Gen.Select(Gen.String, Gen.String).Where(p => p.Item1.Length > 0).Sample((one, other) =>
        {
            var chain = new Chain(new byte[32]);
            Assert.NotEqual(chain.Link("", one, other), chain.Link("", one + other));
            Assert.NotEqual(chain.Link("", one, other), chain.Link(one, "", other));
        });

    [Fact]
    public void OtherKey_OtherLink() => Assert.NotEqual(new Chain(new byte[32]).Link("", "a"), new Chain([.. new byte[31], 1]).Link("", "a"));
}
