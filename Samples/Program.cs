System.Console.WriteLine("Fluxion");
