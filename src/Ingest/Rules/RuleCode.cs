namespace Ingest.Rules;

/// <summary>
/// Everything that can be said about a partner's file. The names are the codes partners see; severity, scope and texts are in
/// <c>data/ingest/rules.json</c>.
/// </summary>
public enum RuleCode
{
    None,

    FileEmpty,
    FileTooLarge,
    FormatUnknown,
    EncodingUnknown,
    EncodingMixed,
    WorkbookDamaged,
    WorkbookProtected,
    ArchiveTooLarge,
    ArchiveUnsafe,
    TableUnreadable,
    QuoteUnclosed,
    RecordTooLong,
    TooManyColumns,
    TooManyRows,
    ShapeUnknown,
    ShapeNotRegistered,
    HeaderDuplicate,
    NoRows,
    LegalBasisMissing,

    CellTooLong,
    FormulaCell,
    RowWidth,
    CaseNumberMissing,
    DateInvalid,
    DateOf1900,
    DateImplausible,
    DateInFuture,
    DateMissing,
    CodeUnknown,
    AnswerUnknown,
    AgeInvalid,
    AgeContradictsChild,
    BirthAfterRegistration,
    ReturnDateWithoutReturn,
    ReturnBeforeRegistration,
    IdentifierNationalNumber,
    IdentifierPhone,
    IdentifierEmail,
    IdentifierIban,
    IdentifierPassport,
    IdentifierColumnFilled,

    ConsentRefused,
    ConsentMissing,
    LegalBasisNeeded,
    SectorWithoutForm,
    ColumnUnmapped,
    ColumnFreeText,
    ColumnIdentifier,
    ColumnNeverFilled,
    YearOnly,
    TotalRow,
}
