package io.tastemaker.domain.briefing;

import java.time.DayOfWeek;
import java.time.Period;
import java.util.Optional;
import java.util.Set;

/** Months, days and lengths of time in six languages. */
final class DateWords {

    static final Phrases<Integer> MONTHS = Phrases.of("""
            1: january, jan, enero, ene, janeiro, januar, janner, jaenner, janvier, janv, gennaio, gen
            2: february, feb, febuary, febrero, fevereiro, fev, februar, fevrier, fevr, febbraio, febb
            3: march, mar, marzo, marco, marz, maerz, mars, mrz
            4: april, apr, abril, abr, avril, avr, aprile
            5: may, mayo, maio, mai, maggio, mag
            6: june, jun, junio, junho, juni, juin, giugno, giu
            7: july, jul, julio, julho, juli, juillet, juil, luglio, lug
            8: august, aug, agosto, ago, aout
            9: september, sep, sept, septiembre, setiembre, setembro, septembre, settembre, set
            10: october, oct, octubre, outubro, oktober, octobre, ottobre, okt, out, ott
            11: november, nov, noviembre, novembro, novembre
            12: december, dec, diciembre, dic, dezembro, dezember, decembre, dicembre, dez
            """, Integer::valueOf);

    /** Months that mean something else when nothing beside them speaks of a date. */
    static final Set<String> DOUBTFUL = Set.of("may", "mar", "set", "out", "ago", "gen", "mag", "jan", "dec", "sep", "jun", "ott", "dic", "march", "mars");

    static final Phrases<Period> UNITS = Phrases.of("""
            P1D: day, days, dia, dias, tag, tage, tagen, jour, jours, giorno, giorni
            P7D: week, weeks, wk, wks, semana, semanas, woche, wochen, semaine, semaines, settimana, settimane
            P1M: month, months, mes, meses, monat, monate, monaten, mois, mese, mesi
            P3M: quarter, quarters, trimestre, trimestres, quartal, quartale, trimestri
            P14D: fortnight, fortnights, quincena, quincenas, quinzena
            P1Y: year, years, ano, anos, jahr, jahre, an, ans, annee, anni, anno
            """, Period::parse);

    static final Phrases<DayOfWeek> WEEKDAYS = Phrases.of("""
            MONDAY: monday, lunes, segunda feira, montag, lundi, lunedi
            TUESDAY: tuesday, martes, terca feira, dienstag, mardi, martedi
            WEDNESDAY: wednesday, miercoles, quarta feira, mittwoch, mercredi, mercoledi
            THURSDAY: thursday, jueves, quinta feira, donnerstag, jeudi, giovedi
            FRIDAY: friday, viernes, sexta feira, freitag, vendredi, venerdi
            SATURDAY: saturday, sabado, samstag, samedi, sabato
            SUNDAY: sunday, domingo, sonntag, dimanche, domenica
            """, DayOfWeek::valueOf);

    /** Days that are said in a word or two. */
    static final Phrases<String> RELATIVE = Phrases.of("""
            today: today, right away, right now, immediately, asap, hoy, hoje, heute, ab sofort, sofort, aujourd hui, tout de suite, oggi, subito
            today: from now, starting now, from now on, as of now, a partir de ahora, desde ahora, desde ya, a partir de ya, a partir de agora, ab jetzt, \
            des maintenant, a partir de maintenant, da ora, da adesso, da subito
            tomorrow: tomorrow, amanha, demain, domani, manana mismo, a partir de manana, desde manana
            next week: next week, the coming week, proxima semana, semana que viene, semana proxima, semana que vem, nachste woche, naechste woche, \
            nachster woche, nachsten woche, \
            semaine prochaine, prossima settimana, settimana prossima
            this week: this week, esta semana, diese woche, cette semaine, questa settimana
            next month: next month, the coming month, proximo mes, mes que viene, mes proximo, mes que vem, nachsten monat, nachster monat, \
            naechsten monat, kommenden monat, nachstem monat, mois prochain, \
            prossimo mese, mese prossimo
            this month: this month, este mes, diesen monat, diesem monat, ce mois, ce mois ci, questo mese
            next quarter: next quarter, proximo trimestre, trimestre que viene, nachstes quartal, nachsten quartal, trimestre prochain, prochain trimestre, \
            prossimo trimestre
            this quarter: this quarter, este trimestre, dieses quartal, ce trimestre, questo trimestre
            next year: next year, proximo ano, ano que viene, ano que vem, nachstes jahr, nachsten jahr, annee prochaine, an prochain, anno prossimo, \
            prossimo anno
            this year: this year, este ano, dieses jahr, diesem jahr, cette annee, quest anno
            christmas: christmas, xmas, christmas day, navidad, natal, weihnachten, noel, natale
            christmas eve: christmas eve, nochebuena, heiligabend
            black friday: black friday, blackfriday
            valentine: valentine s day, valentines day, valentines, valentine s, san valentin, valentinstag, saint valentin, san valentino
            halloween: halloween
            new year: new year s day, new year, new years day, ano nuevo, neujahr, capodanno, nouvel an
            year end: year end, year s end, end of year, end of the year, end of this year, fin de ano, final de ano, fim de ano, fim do ano, jahresende, \
            ende des jahres, fin d annee, \
            fin de l annee, fine anno, fine dell anno, finales de ano, new year s eve, nochevieja, silvester
            month end: end of the month, end of this month, month end, fin de mes, final de mes, finales de mes, fim do mes, final do mes, monatsende, \
            ende des monats, ende dieses monats, fin du mois, fine mese, fine del mese
            next month end: end of next month, finales del proximo mes, ende nachsten monats, fin du mois prochain, fine del prossimo mese, fim do proximo mes
            next month start: beginning of next month, start of next month, early next month, principios del proximo mes, anfang nachsten monats, \
            debut du mois prochain, \
            inizio del prossimo mese, inicio do proximo mes
            """, text -> text);

    /** What begins or ends a month. */
    static final Phrases<String> ENDS = Phrases.of("""
            first: first, primera, primeras, primeros, primer, primeira, primeiras, primeiros, erste, ersten, premiere, premieres, premiers, premier, prima, \
            prime, primi
            last: last, second, final, ultima, ultimas, ultimos, ultimo, segunda, zweite, zweiten, letzte, letzten, deuxieme, seconde, derniere, dernieres, \
            derniers, seconda, ultime, ultimi
            """, text -> text);

    /** Days of a month in words that count. */
    static final Phrases<Integer> ORDINALS = Phrases.of("""
            1: first, primero, primeiro, primo, premier, ersten, erste, erster
            2: second, zweiten
            3: third, dritten
            4: fourth, vierten
            5: fifth, funften
            6: sixth, sechsten
            7: seventh, siebten
            8: eighth, achten
            9: ninth, neunten
            10: tenth, zehnten
            11: eleventh, elften
            12: twelfth, zwolften
            13: thirteenth
            14: fourteenth
            15: fifteenth, funfzehnten
            16: sixteenth
            17: seventeenth
            18: eighteenth
            19: nineteenth
            20: twentieth, zwanzigsten
            21: twenty first
            22: twenty second
            23: twenty third
            24: twenty fourth
            25: twenty fifth
            26: twenty sixth
            27: twenty seventh
            28: twenty eighth
            29: twenty ninth
            30: thirtieth, dreissigsten
            31: thirty first
            """, Integer::valueOf);

    /** Which part of a month. */
    static final Phrases<String> PARTS = Phrases.of("""
            start: early, beginning of, the beginning of, start of, the start of, principios de, a principios de, comienzos de, inicios de, inicio de, \
            comeco de, no comeco de, no inicio de, anfang, debut, \
            le debut, inizio, l inizio di, inizio di, inizi di, primeros de
            middle: mid, middle of, the middle of, mediados de, a mediados de, meados de, em meados de, mitte, mi, meta, a meta, meta di
            end: late, end of, the end of, finales de, a finales de, fines de, fin de, final de, no final de, fim de, no fim de, ende, fin, la fin, fine, \
            fine di, the last day of
            """, text -> text);

    static final Phrases<String> STARTING = Phrases.of("""
            start: start, starts, starting, started, start on, start in, start from, starting from, starting on, starting in, starts on, starts in, begin, \
            begins, beginning, begin on, begin in, begins on, \
            beginning on, from, kick off, kicks off, kicking off, kickoff, launch, launches, launching, launch on, launch in, launch date, go live, \
            goes live, going live, live from, as of, as from, since, \
            start date, starting date, first day, kick it off, kick things off, start it, starting around, \
            desde, desde el, a partir de, a partir del, a partir do, empezar, empieza, empezamos, empezando, empezaria, empiece, comienza, comenzar, \
            comenzando, comienzo, inicio, inicia, iniciar, arranca, \
            arrancar, arrancamos, lanzar, lanzamos, lanzamiento, fecha de inicio, salimos, \
            comeca, comecar, comecando, comecamos, comece, lancar, lancamento, data de inicio, iniciando, \
            ab, ab dem, start am, start im, starten, startet, beginnt, beginn, beginnen, von, vom, startdatum, los geht s, los gehts, los, seit, ab anfang, \
            du, des, debut, debute, debuter, commence, commencer, commencant, demarre, demarrer, demarrage, lancement, lancer, date de debut, depuis, \
            a compter du, on commence, \
            dal, dall, dalla, dai, dalle, da, a partire da, a partire dal, dal giorno, inizia, iniziare, inizio, iniziamo, inizierebbe, parte, partenza, \
            partire, partiamo, \
            lancio, data di inizio, comincia, cominciare
            """, text -> text);

    static final Phrases<String> ENDING = Phrases.of("""
            end: until, till, til, untill, through, thru, end, ends, ending, end on, end in, ends on, ends in, ending on, ending in, finish, finishes, \
            finishing, finish by, by, deadline, over by, done by, up to, up until, end date, \
            last day, wrap up, wraps up, wrap up by, wrapping up, close, closes, finished by, no later than, latest, at the latest, stop, stops, \
            hasta, hasta el, hasta finales de, termina, terminar, terminando, acaba, acabar, acabando, finaliza, finalizar, fecha de fin, antes del, \
            a mas tardar, \
            ate, ate o, ate o dia, terminando em, data de termino, data final, encerra, encerrar, \
            bis, bis zum, bis ende, endet, enden, enddatum, spatestens, bis spatestens, \
            jusqu au, jusqu a, jusqu en, jusque, termine, terminer, finit, finir, se termine, date de fin, au plus tard, \
            fino al, fino a, fino, entro, entro il, termina il, finisce, finire, finisce il, data di fine, al piu tardi
            """, text -> text);

    static final Phrases<String> BEFORE = Phrases.of("before: before, antes de, antes del, antes do, antes da, vor, vor dem, avant, avant le, prima di, "
            + "prima del", text -> text);

    /** What joins a day to its month. */
    static final Set<String> OF = Set.of("of", "de", "di", "do", "del", "d", "des");

    static final Set<String> CONNECTORS = Set.of(
            "to", "till", "til", "until", "through", "thru", "and", "-", "\u2013", "\u2014", "\u2192", ">", "al", "a", "hasta", "ate", "bis", "zum", "au",
                    "jusqu", "fino", "e", "y", "und", "et",
            "en", "o", "el", "the", "le", "il", "de", "end", "of", "up", "dem", "zur", "em", "in", "as", "~", "\u301c", "ao", "begin", "ends", "ending",
                    "\u00e0");

    static final Set<String> FILLERS = Set.of("the", "of", "on", "in", "at", "de", "del", "el", "la", "le", "les", "il", "lo", "i", "em", "no", "na", "den",
            "dem", "der", "am", "im", "zum", "en", "du", "o", "dia", "do", "da", "around", "about", "circa", "ca", "sometime", "by", "di", "dell", "l", "au",
            "a", "is", "date", "es", "ist", "est", "e", "it", "all", "campaign", "campana", "campanha", "kampagne", "campagne", "campagna", "we", "vor",
            "nel", "nei", "ser", "sera", ":", "=", "should", "would", "be", "die", "das", "kommt", "only", "und", "and", "auf", "mes");

    /** What "in" is before a length of time that passes first. */
    static final Set<String> AFTER = Set.of("in", "en", "em", "dans", "tra", "fra", "within", "dentro", "daqui", "next", "coming", "innerhalb", "d", "ici",
            "binnen");

    static final Set<String> DURING = Set.of(
            "for", "lasting", "lasts", "last", "during", "over", "running", "runs", "run", "durante", "por", "dura", "fur", "fuer", "lang", "dauert",
                    "wahrend", "laufzeit", "pendant", "durant", "dure", "per", "pour", "duration",
            "duracion", "duracao", "duree", "durata", "dauer", "uber", "sur", "long", "about", "around", "takes", "take", "campaign", "length", "corre",
                    "lauft", "laeuft", "vai", "ca", "etwa", "circa");

    private DateWords() {}

    static boolean isMonth(String word) {
        return MONTHS.has(word);
    }

    static boolean isRangeWord(String word) {
        return Set.of("bis", "to", "al", "au", "and", "und").contains(word);
    }

    static Optional<Integer> month(Sheet sheet, int i) {
        return sheet.near(i).is(Token.Kind.WORD) ? MONTHS.find(sheet.at(i).word()) : Optional.empty();
    }
}
