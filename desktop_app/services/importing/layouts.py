"""The lists a venue keeps and the words their columns are titled with, in French and English."""

from __future__ import annotations

from desktop_app.domain.import_report import ListKind
from desktop_app.services.importing.columns import Column, Layout

ROOMS = Layout(
    ListKind.ROOMS,
    (
        Column("code", "code", ("code", "code salle", "room code"), required=True),
        Column("name", "nom", ("nom", "salle", "name", "espace"), r"^nom\b", required=True),
        Column("floor", "étage", ("etage", "niveau", "floor")),
        Column("theatre", "places théâtre", (), r"theatre|conference|assises"),
        Column("classroom", "places classe", (), r"classe|classroom"),
        Column("u_shape", "places en U", (), r"\b(en )?u\b"),
        Column(
            "max_headcount",
            "effectif maximal",
            ("effectif", "jauge"),
            r"effectif|jauge|maximum|headcount",
            required=True,
        ),
        Column("equipment", "équipement", (), r"equipement|materiel|equipment"),
        Column("step_free", "accessible PMR", ("pmr",), r"accessible|pmr|step free"),
        Column("parts", "composée de", (), r"compose|reunit|parts"),
        Column("note", "remarques", ("note", "notes"), r"remarque|observation|commentaire"),
    ),
)
KEYS = Layout(
    ListKind.KEYS,
    (
        Column("code", "clé", ("cle", "code cle", "key", "numero de cle"), required=True),
        Column("room", "salle", ("salle", "room", "espace"), required=True),
    ),
)
OPENING = Layout(
    ListKind.OPENING,
    (
        Column("weekday", "jour", ("jour", "day", "jour de la semaine"), required=True),
        Column("opens", "de", ("de", "ouverture", "ouvre", "debut", "from"), required=True),
        Column("closes", "à", ("a", "fermeture", "ferme", "fin", "to"), required=True),
        Column("rule", "règle", ("regle", "rule", "semaines", "frequence")),
    ),
)
CLOSURES = Layout(
    ListKind.CLOSURES,
    (
        Column("first", "du", ("du", "debut", "premier jour", "from"), required=True),
        Column("last", "au", ("au", "fin", "dernier jour", "to"), required=True),
        Column("reason", "motif", ("motif", "raison", "reason", "libelle"), required=True),
    ),
)
ORGANISATIONS = Layout(
    ListKind.ORGANISATIONS,
    (
        Column("code", "code", ("code", "identifiant"), required=True),
        Column("name", "nom", ("nom", "name", "association", "raison sociale"), required=True),
        Column("kind", "nature", ("nature", "type", "kind", "statut juridique"), required=True),
        Column("rna", "RNA", ("rna", "numero rna"), r"\brna\b"),
        Column("siren", "SIREN", ("siren", "numero siren"), r"\bsiren\b"),
        Column("insurance_until", "assurance jusqu’au", (), r"assurance|insurance"),
        Column("agreement_until", "convention jusqu’au", (), r"convention|agreement"),
        Column("phone", "téléphone", ("tel", "telephone", "phone"), r"telephone|portable"),
        Column("email", "e-mail", ("e mail", "email", "courriel", "mail"), r"mail|courriel"),
        Column("note", "remarques", ("note", "notes"), r"remarque|observation|commentaire"),
    ),
)
STAFF = Layout(
    ListKind.STAFF,
    (
        Column("login", "identifiant", ("identifiant", "login"), required=True),
        Column("shown_name", "nom affiché", ("nom affiche", "nom", "shown name"), required=True),
        Column("role", "rôle", ("role", "fonction"), required=True),
        Column("hours", "horaires", ("horaires", "horaire", "hours", "presence")),
    ),
)
TITLES = Layout(
    ListKind.TITLES,
    (
        Column("code", "code", ("code",), required=True),
        Column("title", "titre", ("titre", "intitule", "formation", "title"), required=True),
        Column("length", "durée", ("duree", "length", "duration"), required=True),
        Column("group", "groupe", ("groupe", "group"), r"groupe|^places", required=True),
        Column("rooms", "salles", ("salles", "salle", "rooms", "room")),
        Column("note", "remarques", ("note", "notes"), r"remarque|observation|commentaire"),
    ),
)
SERIES = Layout(
    ListKind.SERIES,
    (
        Column("code", "code", ("code", "permanence", "serie"), required=True),
        Column("organisation", "association", ("association", "organisateur"), required=True),
        Column(
            "when",
            "jour et heure",
            ("jour et heure", "creneau"),
            r"jour.*(heure|horaire)|creneau",
            required=True,
        ),
        Column("room", "salle", ("salle", "room", "espace"), required=True),
        Column("rule", "règle", ("regle", "frequence", "rythme", "rule"), required=True),
        Column("first", "du", ("du", "debut", "a partir du"), required=True),
        Column("last", "au", ("au", "fin", "jusqu au"), required=True),
        Column("title", "titre", ("titre", "objet", "theme")),
        Column("kind", "nature", ("nature", "type")),
        Column("heads", "personnes attendues", ("personnes", "effectif"), r"personnes|attendu"),
    ),
)
BOOKINGS = Layout(
    ListKind.BOOKINGS,
    (
        Column("id", "id", ("id", "numero", "n", "reference"), required=True),
        Column("day", "jour", ("jour", "date", "day"), required=True),
        Column("hours", "horaire", ("horaire", "horaires", "heures", "hours"), required=True),
        Column("room", "salle", ("salle", "room", "espace"), required=True),
        Column("kind", "nature", ("nature", "type", "kind")),
        Column("title", "titre", ("titre", "objet", "intitule", "title"), required=True),
        Column("organiser", "organisateur", ("organisateur", "association", "organiser")),
        Column("heads", "personnes attendues", ("personnes", "effectif"), r"personnes|attendu"),
        Column("trainer", "formateur", ("formateur", "formatrice"), r"intervenant|animateur"),
    ),
)
ENROLMENTS = Layout(
    ListKind.ENROLMENTS,
    (
        Column("stamp", "horodateur", ("horodateur", "timestamp"), r"horodat|date d inscription"),
        Column("last_name", "nom", ("nom", "nom de famille", "last name", "name"), required=True),
        Column("first_name", "prénom", ("prenom", "first name"), r"prenom"),
        Column("email", "adresse e-mail", ("e mail", "email", "courriel"), r"mail|courriel"),
        Column("phone", "téléphone", ("tel", "telephone", "phone"), r"telephone|portable|mobile"),
        Column(
            "organisation", "association", ("association", "structure"), r"association|structure"
        ),
        Column("need", "besoin d’accessibilité", (), r"accessib|amenagement|handicap"),
        Column("consent", "consentement", (), r"accepte|consent|rgpd|autorise"),
        Column("title", "formation", ("formation", "titre", "intitule"), required=True),
        Column(
            "session", "séance", ("seance", "session", "date"), r"seance|session", required=True
        ),
    ),
)

LAYOUTS = (
    ENROLMENTS,
    BOOKINGS,
    SERIES,
    ROOMS,
    KEYS,
    OPENING,
    CLOSURES,
    ORGANISATIONS,
    STAFF,
    TITLES,
)
