using System.CommandLine;
using System.Text;
using Anonymize.RecordFiles;
using Anonymize.RecordFiles.Hierarchies;
using Anonymize.RecordFiles.Sets;
using Host.RecordFiles;
using Host.Texts;
using Publication.Tables;
using Xunit;

namespace Host.Tests.RecordFiles;

/// <summary>A file that is not what was asked never takes its place, whoever made it.</summary>
public sealed class WrittenReadingTests
{
    [Theory]
    [InlineData("k,s\na|b,x\na|b,y\n,x\n,y\n", true)]
    [InlineData("k,s\na|b,x\na|b,y\n,x\n", false)] // a row is missing
    [InlineData("k,s\na|b,x\nb|a,y\n,x\n,y\n", false)] // one set, two texts
    [InlineData("k,s\na|b,x\na|b,x\n,x\n,y\n", false)] // one sensitive value
    [InlineData("k,s\na|b,x\na,y\n,x\n,y\n", false)]
    [InlineData("k,s\n\"a|b,x\na|b,y\n,x\n,y\n", false)] // no table
    [InlineData("k,s\na|b,x\na|b,y\n*,*\n*,*\n", true)]
    public void WhatIsRead_IsWhatCounts(string text, bool holds)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        Assert.Equal(holds, new WrittenReading(Request(), Task()).Holds(stream, rows: 4, TestContext.Current.CancellationToken));
    }

    private static AnonymizeRequest Request()
    {
        var options = new AnonymizeOptions(Messages.In(Language.En));
        var command = new Command("anonymize");
        foreach (var option in options.All)
        {
            command.Add(option);
        }

        var parsed = command.Parse("--input i --hierarchy k=h --sensitive s --multiple k=| --k 2 --l 2 --keep-suppressed --output o.csv".Split(' '));
        Assert.True(new AnonymizeReading(options, parsed).Read().Succeeded(out var request, out var failure), failure?.Code);
        return request!;
    }

    private static RecordFileTask Task()
    {
        Assert.True(Hierarchy.TryMake("k", [["a", "b"]], out var values, out _));
        var sets = SetColumn.Of(RecordColumn.Of("k", ["a|b", ""]), '|', values);
        Assert.True(SetHierarchy.TryMake(values!, '|', [sets], out var hierarchy, out _));
        return new RecordFileTask { Keys = [(sets.Column, hierarchy!)], Sensitive = [new SensitiveColumn(RecordColumn.Of("s", ["x", "y"]))], Models = Request().Models };
    }
}
