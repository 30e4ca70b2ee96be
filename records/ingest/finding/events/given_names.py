"""Frequent given names of persons, by which a person without an office is known."""

from records.ingest.finding.events.vocabulary import words

GIVEN_NAMES = words(
    """
    aaron abdul abdullah abdelfattah abraham adam adrian ahmad ahmed alan albert alejandro alex
    alexander alexandra alexei alexey alfred ali alice alvaro amir ana anatoly anders andre andrea
    andreas andrei andres andrew andrey andriy andrii andrzej angela anita ann anna anne annalena
    anthony antonio antony antti ariel arnold arthur artur ashraf asif barack barbara bashar ben
    benjamin benny bernard bill binyamin bogdan boris brad brian bruno carl carla carlos caroline
    catherine charles chen choi christian christine christopher chuck claudia clement colin
    condoleezza craig cyril dalia dan daniel david denis denys dick diego dieter dimitri dimitris
    dmitri dmitry dmytro dominic don donald doug eduard edward edgars ehud elena elizabeth emmanuel
    emma eric erik ernest eva evo federico felix fernando florence francis francois frank franz
    frederik fumio gabriel gavin geert geoff geoffrey george gerhard gideon giorgia giorgio giulio
    gitanas gordon grant greg guido gustavo hakan hamid hamza hans harold harry hassan heiko helen
    helene helga henry herman hillary hossein hugo hulusi hussein ian ibrahim igor ilham ilya imran
    ingrida irina isaac ivan ivo jack jacob jacques jaime jair jake jakob jan janet jared jaroslaw
    javad javier jean jeff jen jens jessica jim jimmy joachim joao joe johan johann john johnny jon
    jonas jonathan jong jorge jose josep joseph joshua juan judith julia julie julius justin kaja
    kamala karel karen karin karl karol katarina kate kathy keir kemal ken kenneth kevin khalid
    khalifa kim klaus krisjanis kristen kristina kurt kyriakos lars laura laurent lawrence lech lee
    leo leon leonid leopoldo linda lindsey lisa liz lloyd louis luc luca luis luiz luke magdalena
    mahmoud manuel marc marcel marcin marco marcos margaret maria marie marine mario mariusz mark
    marko martin mary mateusz matt matthew max maxim mehmet meir mette michael michel michelle
    miguel mihai mike mikhail milos mitch mohamed mohammad mohammed moon moshe muhammad mustafa
    mykhailo mykola nancy narendra nathalie nawaz naftali nick nicola nicolae nicolas nicole nigel
    nikol nikola nikolai norbert oleg oleh oleksandr oleksii oleksiy olaf olha oliver olivier omar
    oscar osman pal paolo pascal pat patricia patrick paul paulo pavel pavlo pedro penny pete peter
    petr petro petteri philip philippe pierre pieter piotr pyotr rachel radek radoslaw ralph ramzan
    recep richard rishi rob robert roberto robin rodrigo roger roland roman ron ronald rumen rustem
    ruslan ryan saad sahle saleh salman sam samuel sandra sanna sara sarah sauli scott sean
    sebastian sebastien serge sergei sergey serhii serhiy shehbaz shimon shinzo silvio simon sofia
    stefan stephen steve steven susan susana susanna taras tayyip ted teresa terry theresa thierry
    thomas tim tobias tom tomas tony trine ulf ulrike ursula valdis valentin valery valeriy vasyl
    victor viktor vincent vitaly vladimir vladislav vojtech volodymyr vytautas walter wang wendy
    werner wilhelm william wolfgang wopke xavier xi yair yasser yoav yoon yevhen yevgeny yevgeniy
    artem anton bohdan maksym kyrylo vadym vadim hanna iryna friedrich yulia yuri yurii yuriy yusuf
    zbigniew zoran zuzana
    """
)
"""In lower case and without diacritics."""
