using System.Runtime.CompilerServices;
using System.Text;
using Ingest.Cases;
using Ingest.Schema;

namespace Ingest.Pseudonymise;

/// <summary>Makes the keys of the cases and persons of each batch, wipes the texts they were made of, and passes the batch on.</summary>
/// <param name="pseudonymiser">Of the partner whose file it is.</param>
/// <param name="citizenship">The code list of citizenships.</param>
/// <param name="fileHash">SHA-256 of the file; for cases that have neither number nor name.</param>
/// <param name="next">Takes the batches with their keys.</param>
internal sealed class KeyingSink(Pseudonymiser pseudonymiser, CodeList citizenship, byte[] fileHash, ICaseSink next) : ICaseSink
{
    public void Accept(CaseBatch batch)
    {
        for (int row = 0; row < batch.Count; row++)
        {
            MakeKeys(batch, row);
        }

        pseudonymiser.Finish();
        batch.Texts.Wipe();
        next.Accept(batch);
    }

    [SkipLocalsInit]
    private void MakeKeys(CaseBatch batch, int row)
    {
        Span<char> text = stackalloc char[NameFold.LongestName];
        Span<char> name = stackalloc char[NameFold.LongestName * 2];
        ReadOnlySpan<byte> utf8 = batch.Texts.Name(row);
        name = utf8.IsEmpty || !Encoding.UTF8.TryGetChars(utf8, text, out int length)
            ? []
            : name[..NameFold.Fold(text[..length], name)];
        string country = name.IsEmpty ? "" : citizenship.Codes[batch.Codes(CaseColumn.Citizenship)[row]].Code;
        int birthYear = batch.Texts.BirthYear(row);
        Memory<byte> match = batch.MatchKeys.AsMemory(row * CaseBatch.KeyBytes, CaseBatch.KeyBytes);
        if (name.IsEmpty)
        {
            match.Span.Clear();
        }
        else
        {
            pseudonymiser.MatchKey(name, birthYear, country, match);
        }

        Memory<byte> key = batch.CaseKeys.AsMemory(row * CaseBatch.KeyBytes, CaseBatch.KeyBytes);
        ReadOnlySpan<byte> number = batch.Texts.Number(row);
        if (!number.IsEmpty)
        {
            pseudonymiser.CaseKey(number, key);
        }
        else if (!name.IsEmpty)
        {
            pseudonymiser.CaseKeyOfPerson(name, birthYear, country, key);
        }
        else
        {
            pseudonymiser.CaseKeyOfRow(fileHash, batch.SourceRow[row], key);
        }
    }
}
