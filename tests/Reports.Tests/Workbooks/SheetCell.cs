namespace Reports.Tests.Workbooks;

internal sealed record SheetCell(string Text, bool IsText, bool IsRight, bool IsWrapped, bool IsFormula)
{
    public bool IsMark => IsText && Text.Length > 2 && Text[0] == '[' && Text[^1] == ']' && Text[1..^1].All(char.IsAsciiLetterLower);
}
