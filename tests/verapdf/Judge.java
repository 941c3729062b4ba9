import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.VeraPDFFoundry;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Judges many PDFs by several profiles of veraPDF in one run of Java.
 *
 * The profiles are named as arguments (3a, ua1), the files line by line on standard input. For each
 * file and profile a line comes back: number of the file, profile, number of faults; then a line a
 * fault: clause, message, place. Parts of a line stand apart by tabs.
 */
public final class Judge {
    private static final int MOST_TOLD = 20;

    private Judge() {
    }

    public static void main(String[] profiles) throws Exception {
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        VeraGreenfieldFoundryProvider.initialise();
        List<String> files = lines(System.in);
        for (int number = 0; number < files.size(); number++) {
            for (String profile : profiles) {
                judge(number, files.get(number), profile, out);
            }
        }
    }

    private static List<String> lines(InputStream source) throws Exception {
        BufferedReader reader = new BufferedReader(
            new InputStreamReader(source, StandardCharsets.UTF_8));
        List<String> found = new ArrayList<>();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            found.add(line);
        }
        return found;
    }

    private static void judge(int number, String file, String profile, PrintStream out)
        throws Exception {
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(profile);
        VeraPDFFoundry foundry = Foundries.defaultInstance();
        try (InputStream source = new FileInputStream(file);
             PDFAParser parser = foundry.createParser(source, flavour);
             PDFAValidator validator = foundry.createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            List<String> faults = faults(result);
            if (faults.isEmpty() && !result.isCompliant()) {
                faults.add("-\tnot compliant, and no rule says why\t-");
            }
            out.println(number + "\t" + profile + "\t" + faults.size());
            for (String fault : faults) {
                out.println(fault);
            }
        }
    }

    private static List<String> faults(ValidationResult result) {
        List<String> told = new ArrayList<>();
        for (TestAssertion one : result.getTestAssertions()) {
            if (one.getStatus() == TestAssertion.Status.FAILED && told.size() < MOST_TOLD) {
                told.add(plain(one.getRuleId().getClause()) + "\t" + plain(one.getMessage())
                    + "\t" + plain(one.getLocation().getContext()));
            }
        }
        return told;
    }

    private static String plain(String text) {
        return text == null ? "-" : text.replaceAll("\\s+", " ");
    }
}
