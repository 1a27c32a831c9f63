package io.tastemaker.adapters.integrations.standin;

import io.tastemaker.adapters.integrations.standin.StandInAccount.Shown;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * An account for every handle, the same whenever it is asked for on one day: a subject, a language, twelve posts of the last weeks.
 * A handle that begins with {@code missing} has none, one that begins with {@code private} a private one.
 */
public final class StandInAccounts {

    /** What somebody writes about, in a language. */
    private record Subject(String category, String biography, List<String> captions) {}

    private static final int POSTS = 12;

    private static final List<Subject> SUBJECTS = List.of(
            new Subject("Cooking", "Slow food, quick jokes", List.of(
                    "This soup needs two hours and nothing else. Totally worth the wait! #soup #homecooking",
                    "I burned the first tray of cookies and I am not even sorry #baking",
                    "Three recipes for a rainy evening, which one do you want first? #dinner",
                    "The new pan is a disappointment, everything sticks to it #kitchen")),
            new Subject("Fitness", "Entrenadora. Madrid. Café antes de correr.", List.of(
                    "Hoy corrimos diez kilómetros bajo la lluvia y me encantó #running",
                    "La rutina de piernas que nadie quiere hacer, pero que funciona #gym",
                    "Descansar también es entrenar. ¿Cuántas horas dormís? #salud",
                    "Qué mal entreno el de hoy, mañana será mejor #fitness")),
            new Subject("Beauty", "Maquiagem sem segredo, de Recife para o mundo", List.of(
                    "Testei a base nova e amei o resultado, pele linda o dia inteiro! #maquiagem",
                    "Meu passo a passo da manhã em cinco minutos #skincare",
                    "Não gostei deste batom, resseca demais #resenha",
                    "Qual cor vocês querem ver no próximo vídeo? #beleza")),
            new Subject("Travel", "Mit dem Zug durch Europa", List.of(
                    "Zwölf Stunden Nachtzug und am Morgen das Meer, einfach wunderschön #reisen",
                    "Diese kleine Stadt kennt kaum jemand, und das ist schade #wandern",
                    "Der Anschluss war weg, das Gepäck auch. Ein schrecklicher Tag #bahn",
                    "Fünf Dinge, die in jeden Rucksack gehören #packliste")),
            new Subject("Video games", "I play badly so that you do not have to", List.of(
                    "Finally beat the last boss after forty tries! #gaming",
                    "The update broke everything and I hate it #patchnotes",
                    "Stream tonight at eight, bring snacks #live",
                    "Which game should I start next? Tell me below #games")));

    private StandInAccounts() {}

    /** Whom a handle belongs to. */
    public static Optional<StandInAccount> find(String handle, Instant now) {
        return handle.startsWith("missing") ? Optional.empty() : Optional.of(of(handle, now));
    }

    private static StandInAccount of(String handle, Instant now) {
        SplittableRandom chance = new SplittableRandom(handle.hashCode());
        Subject subject = SUBJECTS.get(chance.nextInt(SUBJECTS.size()));
        long followers = Math.round(Math.exp(chance.nextDouble(Math.log(800), Math.log(3_000_000))));
        Instant today = now.truncatedTo(ChronoUnit.DAYS);
        List<Shown> posts = IntStream.range(0, POSTS).mapToObj(number -> post(handle, number, subject, followers, today, chance)).toList();
        String name = Character.toUpperCase(handle.charAt(0)) + handle.substring(1).replaceAll("[._]+", " ");
        return new StandInAccount(handle, name, subject.biography(), Optional.of(subject.category()), Optional.of(handle + "@mail.example"),
                Optional.of("https://" + handle.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "") + ".creators.example/")
                        .filter(site -> !site.contains("/.")), followers,
                POSTS + chance.nextLong(900), followers > 500_000, handle.startsWith("private"), posts,
                List.of(handle + ".too", "the." + handle));
    }

    private static Shown post(String handle, int number, Subject subject, long followers, Instant today, SplittableRandom chance) {
        Instant at = today.minus(Duration.ofHours(30L + number * 50L + chance.nextInt(24)));
        long likes = Math.round(followers * chance.nextDouble(0.005, 0.06));
        Optional<Long> views = number % 3 == 2 ? Optional.of(likes * chance.nextLong(5, 20)) : Optional.empty();
        String code = "C" + Integer.toUnsignedString(handle.hashCode(), 36) + Integer.toString(number, 36);
        String caption = subject.captions().get((number + chance.nextInt(2)) % subject.captions().size());
        return new Shown(code, at, caption, likes, Math.round(likes * chance.nextDouble(0.01, 0.05)), views);
    }
}
