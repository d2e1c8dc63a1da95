"""Lines of every list as people get them wrong: what is refused, what is doubtful, and why."""

from __future__ import annotations

import pytest

from desktop_app.domain.import_report import Verdict
from tests.builders import MANAGER
from tests.services.importing.saying import said_of

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"])

ROOMS = "code;nom;étage;places théâtre;effectif maximal;équipement;accessible PMR;composée de"
ORGANISATIONS = "code;nom;nature;RNA;SIREN;assurance jusqu’au;convention jusqu’au;remarques"
SERIES = "code;association;jour et heure;salle;règle;du;au"
WEEK = "id;jour;horaire;salle;nature;titre;organisateur;personnes attendues"
SEASON = "01/09/2026;09/07/2027"


def codes_of(report) -> list[str]:
    """The first reason of each line, or its verdict."""
    return [line.reasons[0].code if line.reasons else str(line.verdict) for line in report.lines]


def test_rooms(judged):
    report = judged(
        "salles.csv",
        ROOMS,
        "AB;Grande (A+B);RdC;;90;;oui;A+B",
        "A;Salle A;RdC;40;40;écran + vidéoprojecteur;oui;",
        "B;Salle B;RdC;40;-3;;oui;",
        "B;Salle B;RdC;quarante;40;;oui;",
        "B;Salle B;RdC;40;;;oui;",
        "B;Salle B;RdC;40;0;;oui;",
        "B;Salle B;RdC;40;40;;peut-être;",
        "A;Salle A bis;RdC;40;40;;oui;",
        "C;Salle C;RdC;40;40;;oui;C",
        "D;Salle D;RdC;40;40;;oui;Z",
    )
    assert codes_of(report) == [
        "import_room_unknown",  # B never comes
        "created",
        "count_negative",
        "count_unreadable",
        "import_cell_missing",
        "import_headcount_zero",
        "import_yes_or_no",
        "import_code_repeated",
        "import_room_unknown",
        "import_room_unknown",
    ]


def test_a_composite_may_stand_before_its_parts(judged):
    report = judged(
        "salles.csv", ROOMS, "AB;Grande;RdC;;90;;oui;A et B", "A;A;;;40;;oui;", "B;B;;;40;;oui;"
    )
    assert codes_of(report) == ["created"] * 3
    assert next(report.lines).record.part_codes == ("A", "B")


def test_opening_hours(judged):
    report = judged(
        "ouverture.csv",
        "jour;de;à;règle",
        "lundi;14:00;18:00;chaque semaine",
        "Mardi;9h30;21 h 30;",
        "samedi;10:00;17:00;premier samedi du mois",
        "lundi;14:00;18:00;chaque semaine",
        "lundi;18:00;14:00;chaque semaine",
        "lundredi;14:00;18:00;",
        "jeudi;25h;26h;",
        "vendredi;9h;18h;quand il fait beau",
        "dimanche;;;",
    )
    assert codes_of(report) == [
        *["created"] * 3,
        "import_line_repeated",
        "end_before_start",
        "import_weekday_unknown",
        "time_impossible",
        "rule_unreadable",
        "import_cell_missing",
    ]


def test_closures(judged):
    report = judged(
        "fermetures.csv",
        "du;au;motif",
        "24/12/2026;03/01/2027;fermeture d’hiver",
        "07/05/2027;;pont",
        "03/01/2027;24/12/2026;à l’envers",
        "31/11/2026;31/11/2026;jamais",
        "01/02/2027;02/02/2027;",
    )
    assert codes_of(report) == [
        "created",
        "created",
        "import_days_in_wrong_order",
        "day_impossible",
        "import_cell_missing",
    ]


def test_organisations(judged, venue_lists):
    report = judged(
        "associations.csv",
        ORGANISATIONS,
        "N1;Nouvelle;association déclarée;w759 000 099;000 001 008;31/12/2026;30/06/2027;",
        "N2;Faux RNA;association déclarée;W75;;;;",
        "N3;Faux SIREN;association déclarée;;000 001 009;;;",
        "N4;RNA pris;association déclarée;W759000001;;;;",
        "N5;Ni l’un ni l’autre;confrérie;;;;;",
        "N6;Mauvaise date;association déclarée;;;31/02/2027;;",
        "N7;;association déclarée;;;;;",
        "N1;Deux fois;association déclarée;;;;;",
        "N8;Élan du Canal 3e;association déclarée;;;;;",
        "N9;Longue;association déclarée;;;;;;une case de trop",
    )
    assert codes_of(report) == [
        "created",
        "rna_invalid",
        "siren_checksum",
        "rna_already_known",
        "import_organisation_kind_unknown",
        "day_impossible",
        "import_cell_missing",
        "import_code_repeated",
        "import_near_duplicate",
        "import_line_too_long",
    ]
    verdicts = [line.verdict for line in report.lines]
    assert verdicts[4] is Verdict.DOUBTFUL
    assert verdicts[8] is Verdict.CREATED  # a hint, never a refusal


def test_a_suspension_is_read_in_both_languages(judged):
    report = judged(
        "associations.csv",
        ORGANISATIONS,
        "N1;Un;association déclarée;;;;;suspended until 31/12/2026 (three no-shows)",
        "N2;Deux;association déclarée;;;;;suspendue jusqu’au 31/12/2026",
        "N3;Trois;association déclarée;;;;;archivée",
    )
    records = [line.record for line in report.lines]
    assert [str(one.suspended_until) for one in records] == ["2026-12-31", "2026-12-31", "None"]
    assert [one.archived for one in records] == [False, False, True]


def test_staff(judged):
    report = judged(
        "personnel.csv",
        "identifiant;nom affiché;rôle;horaires",
        "abc;Une Personne;accueil;",
        "def;Une Autre;jardinier;",
        "ABC;Encore Elle;accueil;",
    )
    assert codes_of(report) == ["created", "import_role_unknown", "import_code_repeated"]


def test_titles(judged, venue_lists):
    report = judged(
        "formations.csv",
        "code;titre;durée;groupe;salles",
        "T90;Deux jours;14 h (2 jours);25–28;AGA/AGB",
        "T91;Sans durée;;12;ATE",
        "T92;Sans groupe;3 h;beaucoup;ATE",
        "T93;Trop petite;3 h;15;PAS",
        "T94;Nulle part;3 h;15;Salle Zèbre",
        "T95;Durée étrange;3 heures et quelques;15;ATE",
    )
    assert codes_of(report) == [
        "created",
        "import_cell_missing",
        "import_group_unreadable",
        "import_group_too_large",
        "import_room_unknown",
        "duration_unreadable",
    ]
    assert next(report.lines).record.half_days == 4


@pytest.mark.parametrize(
    ("when", "rule", "code"),
    [
        ("jeudi 17 h–19 h", "1er jeudi du mois", "import_dates_dropped"),
        ("jeudi 17h-19h", "chaque semaine, affichage discret", "import_dates_dropped"),
        ("jeudi", "chaque semaine", "import_when_unreadable"),
        ("17 h–19 h", "chaque semaine", "import_when_unreadable"),
        ("jeudi 19 h–17 h", "chaque semaine", "end_before_start"),
        ("jeudi 17 h–19 h", "1er mardi du mois", "rule_weekday_mismatch"),
        ("jeudi 17 h–19 h", "de temps en temps", "rule_unreadable"),
        ("jeudi 21 h–22 h", "chaque semaine", "import_dates_outside_hours"),
        ("dimanche 10 h–12 h", "chaque semaine", "import_dates_outside_hours"),
    ],
)
def test_permanences_in_the_words_people_write(judged, venue_lists, when, rule, code):
    report = judged("permanences.csv", SERIES, f"P90;A01;{when};BP2;{rule};{SEASON}")
    assert codes_of(report) == [code]


def test_permanences_that_cannot_be(judged, venue_lists):
    line = "jeudi 17 h–19 h;BP2;chaque semaine"
    report = judged(
        "permanences.csv",
        SERIES,
        f"P90;A99;{line};{SEASON}",
        f"P91;A40;{line};{SEASON}",
        "P92;A01;jeudi 17 h–19 h;BP9;chaque semaine;01/09/2026;09/07/2027",
        f"P93;A01;{line};09/07/2027;01/09/2026",
        f"P94;A01;{line};;09/07/2027",
        f"P95;A01;{line};02/08/2026;03/08/2026",
    )
    assert codes_of(report) == [
        "import_organisation_unknown",
        "import_organisation_archived",
        "import_room_unknown",
        "import_days_in_wrong_order",
        "import_cell_missing",
        "import_series_without_dates",
    ]


def test_two_permanences_in_one_room_at_one_time(judged, venue_lists):
    report = judged(
        "permanences.csv",
        SERIES,
        f"P90;A01;jeudi 14 h–17 h;BP2;chaque semaine;{SEASON}",
        f"P91;A02;jeudi 16 h–18 h;BP2;1er jeudi du mois;{SEASON}",
    )
    first, second = report.lines
    assert first.verdict is Verdict.CREATED
    assert second.verdict is Verdict.DOUBTFUL
    assert (second.reasons[0].code, second.reasons[0].values["count"]) == ("import_dates_taken", 10)


def test_bookings(judged, venue_lists):
    report = judged(
        "semaine-48.csv",
        WEEK,
        "X01;mardi 24;10 h – 12 h;AGO;réunion;Grande réunion;A01;60",
        "X02;mardi 24;11 h – 13 h;AGA;réunion;Dans une partie;A02;10",
        "X03;mardi 24;12 h – 14 h;AGB;réunion;Juste après;A03;10",
        "X04;mardi 25;10 h – 12 h;BOU;réunion;Mauvais jour;A01;3",
        "X05;mercredi 25;10 h – 12 h;BOU;réunion;Trop nombreux;A01;9",
        "X06;mercredi 25;10 h – 12 h;BOU;réunion;Pas un nombre;A01;20,5",
        "X07;mercredi 25;12 h – 10 h;BOU;réunion;À l’envers;A01;3",
        "X08;mercredi 25;18 h – 20 h;BOU;réunion;Le soir;A01;3",
        "X09;mercredi 25;10 h – 12 h;BOU;séance de spiritisme;Nature;A01;3",
        "X10;mercredi 25;14 h – 16 h;BOU;réunion;Inconnus;Club des six;3",
        "X11;jeudi 26;10 h – 12 h;BP1;permanence;P77 Nulle part;A01;3",
        "X12;jeudi 26;10 h – 13 h;AGB;formation;T99 Inconnue;La Fabrique;20",
        "X13;jeudi 26;14 h – 17 h;PAS;formation;T15 Lancer un projet solidaire;La Fabrique;14",
        "X14;jeudi 26;14 h – 17 h;PAS;formation;T15 Lancer un projet solidaire;La Fabrique;13",
        "X01;vendredi 27;10 h – 12 h;BOU;réunion;Deux fois;A01;3",
        "X16;vendredi 27;10 h – 12 h;BOU;réunion;Archivée;A40;3",
        "X17;samedi 28;10 h – 12 h;BOU;réunion;Fermé;A01;3",
    )
    assert codes_of(report) == [
        "created",
        "import_room_taken",
        "created",
        "import_day_not_in_week",
        "import_over_headcount",
        "count_not_whole",
        "end_before_start",
        "import_outside_hours",
        "import_kind_unknown",
        "import_organiser_unknown",
        "import_series_unknown",
        "import_title_unknown",
        "import_over_headcount",  # the trainer counts
        "created",
        "import_code_repeated",
        "import_organisation_archived",
        "import_outside_hours",
    ]


@pytest.mark.parametrize(
    ("name", "day", "said"),
    [
        ("semaine-48.csv", "lundi 23", [(2, "created", [])]),
        ("S48 2026.csv", "lundi 23", [(2, "created", [])]),
        ("planning semaine 49.csv", "lundi 30", [(2, "created", [])]),
        ("semaine-48.csv", "lundi 30", [(2, "refused", ["import_day_not_in_week"])]),
        ("semaine-48.csv", "23/11/2026", [(2, "created", [])]),
        ("planning.csv", "23/11/2026", [(2, "created", [])]),
        ("planning.csv", "lundi 23", [(2, "doubtful", ["import_day_guessed"])]),
        ("planning.csv", "25/12/2026", [(2, "doubtful", ["import_venue_closed"])]),
    ],
)
def test_the_week_of_a_list_is_told_by_its_name(judged, venue_lists, name, day, said):
    report = judged(name, WEEK, f"X01;{day};15 h – 16 h;BOU;réunion;Réunion;A01;3")
    assert said_of(report) == said


def test_what_hangs_on_a_doubtful_line_is_doubtful(importing, write_list, venue_lists):
    associations = write_list("associations.csv", ORGANISATIONS, "N5;Les Confrères;confrérie;;;;;")
    week = write_list("semaine-48.csv", WEEK, "X01;lundi 23;15 h – 16 h;BOU;réunion;Réunion;N5;3")
    report = importing.plan_files((associations, week))
    assert [code for _, _, codes in said_of(report) for code in codes] == [
        "import_organisation_kind_unknown",
        "import_needs_doubtful",
    ]
    outcome = importing.apply(report, by=MANAGER)
    assert outcome.written == 0
    assert [line.verdict for line in outcome.report.lines] == [Verdict.DOUBTFUL, Verdict.DOUBTFUL]
    assert importing.apply(report, by=MANAGER, take_doubtful=True).written == 2


def test_keys(judged, venue_lists):
    report = judged(
        "cles.csv", "clé;salle", "K01;CAFE", "K90;Atelier", "K91;AGO", "K92;", "K90;BP1"
    )
    assert codes_of(report) == [
        "unchanged",
        "created",
        "import_key_of_composite",
        "import_cell_missing",
        "import_code_repeated",
    ]


def test_files_that_are_no_list_are_in_the_report(importing, write_list):
    write_list("recettes.csv", "ingrédient;quantité", "farine;200 g")
    write_list("salles.csv", "code;nom;étage;places théâtre;équipement", "A;Agora;RdC;40;")
    write_list("vieux.xls", "rien")
    write_list("LISEZMOI.md", "pas une liste")
    folder = write_list("cles.csv", "clé;salle").parent
    report = importing.plan_folder(folder)
    assert [(file.name, file.refusal and file.refusal.code) for file in report.files] == [
        ("cles.csv", None),
        ("recettes.csv", "list_unknown"),
        ("salles.csv", "column_missing"),
        ("vieux.xls", "list_unknown"),
    ]
    assert [note.code for note in report.files[0].notes] == ["import_file_without_lines"]
    assert len(report.refused_files) == 3


def test_a_folder_without_lists_is_refused(importing, tmp_path):
    from tests.support.refused import code_of

    (tmp_path / "vide").mkdir()
    assert code_of(importing.plan_folder, tmp_path / "vide") == "folder_without_tables"
    assert code_of(importing.plan_folder, tmp_path / "absent") == "folder_missing"
