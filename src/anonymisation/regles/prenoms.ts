import { normaliser } from '../../socle/texte.ts';

/**
 * Prénoms répandus en France, toutes générations et origines, qui ne sont pas aussi des mots ou des lieux
 * courants (ni « Rose », ni « Pierre », ni « Florence »). La liste n'a pas à être complète : elle ajoute un
 * soupçon aux règles qui n'en ont pas besoin.
 */
const PRENOMS = `
abdel abdallah adam adrien agathe agnes ahmed aicha alain alban albane alex alexandra alexandre alexia alexis
alice aline alix alyssa amandine amelie amina amine amir anais andre andrea andrei ange angelique anissa anita
anna anne annick antoine antonin ariane armand arnaud arthur assia astrid audrey aurelie aurelien axel axelle
aya ayoub aziz baptiste barbara bastien beatrice benedicte benjamin benoit bernard bernadette bertrand bilal
boris brahim brandon brigitte bruno camelia camille carine carla carole caroline catherine cecile cedric
celia celine chaima chantal charlene charles charlie charlotte christelle christian christiane christine
christophe claude claudine clemence clement clementine cloe chloe colette coralie corentin corinne cyril
cyrille damien daniel daniele danielle david deborah delphine denis denise didier dimitri dominique dorian
dylan eden edouard elena eleonore elias elie elisa elisabeth elise elodie eloise elsa emeline emilie emilien
emma emmanuel emmanuelle enzo eric erica erwan estelle esteban ethan etienne eugenie eva evan eve eveline
fabien fabienne fabrice fadila farid fatima fatma fatou felix fernand fiona franck francois francoise
frederic frederique gabin gabriel gabrielle gael gaelle gaetan gaston gauthier genevieve georges gerald
geraldine gerard gilbert gilles ginette gregoire gregory guillaume gustave guy gwenaelle habib hakim hamid
hamza hanna hassan hector helene henri henriette herve hicham hugo hugues ibrahim idriss ilan ilyes ilyas
imane imen ines irene iris isabelle ismael issa ivan jacqueline jacques jade jamal jasmine jean jeanne
jeanine jennifer jeremie jeremy jerome jessica jihane joan joel joelle johan johanna johnny jonathan jordan
joris jose joseph josephine josette josiane julia julie julien juliette justine kader kamel karen karim
karima karine katia kelly kenza kevin khadija khaled killian kilian kyllian laetitia lamia lara laure
laurence laurent laurie laurine layla lea leila lena leo leon leonie leslie lila lilian liliane lilou lina
lisa lise loic lola lorenzo lou louane louis louise louna luc luca lucas lucette lucie lucien lucienne
ludivine ludovic lydia lydie maeva maelle maelys magali mahmoud malek malika malo mamadou manon manuel marc
marcel marcelle marguerite maria mariam mariama marianne marie marielle marina marion marius marjorie martine
maryse mateo mathias mathieu mathilde mathis mathys matteo matthieu maud maurice max maxence maxime maya
mehdi melanie melina melissa melvin michael michel michele micheline mickael mila miriam mohamed mohammed
moise monique morgan morgane mourad moussa muriel mustapha myriam nabil nadege nadia nadine nael naima nassim
natacha nathalie nathan nawel nelly nicolas nicole nina nino noa noah noe noemie nolan nora nordine norbert
odette odile olga olivia olivier omar ophelie oscar ousmane pascal pascale patrice patricia patrick paul paule
paulette pauline perrine philippe priscilla quentin rachel rachid rafael raphael raoul rayan raymond raymonde
rebecca regine remi remy renaud rene renee reynald richard robert robin rodolphe rodrigue roger roland romain
romane romeo romuald ronan roxane ryan sabine sabrina sacha said salim salima salome samantha samia samir
samira samuel samy sandra sandrine sandy sara sarah saskia sebastien segolene selim selma serge severine
sidonie simon simone sofia sofiane solene solenne sonia sophie soraya soufiane stanislas stephane stephanie
steve steven sullivan suzanne sylvain sylvaine sylvestre sylvette sylvia sylviane sylvie tania tanguy tarek
theo theodore theophile therese thibaud thibault thibaut thierry thomas tiffany timeo timothee tino titouan
tom tony tristan ugo valentin valentine valerie vanessa veronique vianney victoire vincent virgile virginie
viviane walid wassim wendy wilfried william willy xavier yacine yael yan yanis yann yannick yasmina yasmine
yassine yoann yohan yohann younes youri youssef yvan yves yvette yvon yvonne zacharie zakaria zineb zoe zohra
`;

const CONNUS = new Set(PRENOMS.trim().split(/\s+/));

/** Vrai si le mot est un prénom répandu ; d'un prénom composé, on regarde le premier (« Jean-Marc »). */
export function estPrenom(mot: string): boolean {
  const parties = normaliser(mot).split(' ');
  return CONNUS.has(parties[0] ?? '') && parties.every((partie) => partie.length > 1);
}
