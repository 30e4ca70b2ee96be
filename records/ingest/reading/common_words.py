"""The commonest short words of some languages: they tell a language even from one sentence."""

_WORDS = {
    "en": """
        the of and to in a is that for on with as by was at from it an be are has have this will
        its his their which were been not after over who than about also into more between says
        said he she they up out new or but would could during against under other all two three
        first
    """,
    "uk": """
        та і й в у на з із до що для про за від не як це буде які який яка був були після під
        його їх також або але має при між року він вона вони це цей ця
    """,
    "ru": """
        и в на с из к что для о об за от не как это будет которые который которая был были после
        под его их также или но имеет при между года по
    """,
    "bg": """
        и в на с от за да се че по не като това ще който която са е бе след при между към също
    """,
    "de": """
        der die das und in den von zu mit dem ist des für auf ein eine im nicht sich an als auch
        hat werden wird nach bei aus einen einer um über wurde sind sie er zur zum haben vor
        durch
    """,
    "fr": """
        le la les de des du et en un une à au aux est que qui pour dans par sur avec ce cette ne
        pas plus son sa ses il elle ont été sont se a d'un d'une après entre leur
    """,
    "es": """
        el la los las de del y en un una a al es que por para con se su sus no lo como más ha
        han fue son entre este esta sobre desde hasta también
    """,
    "it": """
        il lo la i gli le di del della dei delle e in un una a al alla è che per con su non si
        da dal dalla nel nella come più ha hanno sono stato anche tra
    """,
    "pt": """
        o a os as de do da dos das e em um uma no na nos nas é que por para com se não ao à pelo
        pela mais foi são entre também como sobre seu sua
    """,
    "nl": """
        de het een en van in te dat is op voor met zijn aan er niet door om ook bij naar uit
        wordt werd heeft worden hebben over tussen als deze die
    """,
    "pl": """
        i w z na do o się że nie jest to dla od po przez za przy oraz a który która które był
        była będzie są ma ze jak także przed między ich jego
    """,
    "cs": """
        a v na se je že s z do o pro k za od po při i jako také který která které byl byla bude
        jsou není mezi podle ve ze jeho jejich
    """,
    "sk": """
        a v na sa je že s z do o pre k za od po pri aj ako ktorý ktorá ktoré bol bola bude sú
        nie medzi podľa vo zo jeho ich
    """,
    "ro": """
        și în de la a al ale cu pe din pentru care este un o au fost sunt nu mai prin între după
        sau că se va lui
    """,
    "sv": """
        och i att det en ett som är på för av med till den har inte om från vid de kommer ska
        efter under också mellan men eller var
    """,
    "tr": """
        ve bir bu için ile da de olarak olan daha çok en gibi kadar sonra ise ancak veya
        tarafından arasında üzere göre oldu yeni
    """,
}

COMMON_WORDS = {language: frozenset(words.split()) for language, words in _WORDS.items()}
ALL_COMMON = frozenset().union(*COMMON_WORDS.values())
