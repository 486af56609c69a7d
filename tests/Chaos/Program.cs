using PfP.Chaos;

if (Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine(Options.Usage);
    return 2;
}

using var interrupted = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    interrupted.Cancel();
};

var bad = 0;
foreach (var seed in options.Seeds)
{
    bad += await Run.PlayAsync(seed, options, interrupted.Token) ? 0 : 1;
}

return bad;
