namespace PfP.Catalogue.Import;

/// <summary>One line per row on standard output; how far it is, on standard error: a bar on a terminal, now and then a line elsewhere.</summary>
internal sealed class ImportProgress(int total, TextWriter report, TextWriter status, bool isTerminal)
{
    private const int BarWidth = 40;
    private const int LineEvery = 500;

    private int done;

    public void Show(IReadOnlyList<RowReport> rows)
    {
        ClearBar();
        foreach (var row in rows)
        {
            report.WriteLine($"row {row.Number,-6} {Name(row.Outcome),-10} {row.Key}{Detail(row)}");
        }

        report.Flush();
        var before = done;
        done += rows.Count;
        if (isTerminal)
        {
            var filled = total == 0 ? BarWidth : BarWidth * done / total;
            status.Write($"[{new string('#', filled)}{new string('.', BarWidth - filled)}] {done}/{total}");
        }
        else if (done / LineEvery > before / LineEvery)
        {
            status.WriteLine($"{done} of {total} rows");
        }
    }

    public void Finish(ImportRun run)
    {
        ClearBar();
        report.WriteLine($"{run.File}: {run.Imported} imported, {run.Updated} updated, {run.Withdrawn} withdrawn, {run.Unchanged} unchanged, {run.Rejected} rejected.");
    }

    private void ClearBar()
    {
        if (isTerminal)
        {
            status.Write($"\r{new string(' ', BarWidth + 24)}\r");
        }
    }

    private static string Detail(RowReport row) => row switch
    {
        { Message: { } why } => $": {why}",
        { Address: { } address } => $" {address}",
        _ => "",
    };

    private static string Name(RowOutcome outcome) => outcome switch
    {
        RowOutcome.Imported => "imported",
        RowOutcome.Updated => "updated",
        RowOutcome.Unchanged => "unchanged",
        RowOutcome.Withdrawn => "withdrawn",
        _ => "rejected",
    };
}
