"""Words that often stand for one another in plans, policies, agreements and specifications.

They help to rank passages; they never make a word present that is not there. Written by hand from general knowledge of such
documents, a line a group; a word may stand in several groups. Groups are small and plain: broad ones mislead.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from plantext.text.words import stem

GROUPS = """
youth young juvenile adolescent teenager youngster
child children infant pupil minor baby kid
child parent family household
woman women girl female gender maternal
man men boy male gender
gender equality equity
elderly older senior pensioner ageing aged
disabled disability impairment accessible
poor poverty deprived deprivation disadvantaged low-income
vulnerable vulnerability disadvantaged marginalised marginalized risk
people person citizen public resident population inhabitant individual
community neighbourhood neighborhood local locality area
society social civil
migrant migration immigrant immigration refugee asylum border
race racial ethnic ethnicity minority
discrimination prejudice bias inequality hate
equal equality equity fair inclusive inclusion
victim survivor witness complainant
crime offence offense offending criminal criminality
offender perpetrator suspect criminal prisoner
police policing officer constable force
officer staff personnel employee workforce
prosecution prosecute court charge conviction trial
court justice judiciary judicial magistrate judge tribunal
law legislation legal statute act legislative
law rule regulation regulatory regulate
prison custody detention detain jail imprisonment
violence violent assault abuse attack
abuse exploitation neglect harm mistreatment
trafficking slavery exploitation smuggling
theft robbery burglary steal stolen
drug narcotic substance
alcohol drinking drunk
terrorism terrorist extremism radicalisation
fraud corruption bribery
weapon gun firearm arms
safety safe security secure
protect protection safeguard safeguarding
prevent prevention avoid deter deterrence
confidence trust satisfaction
visible visibility patrol presence
health healthcare medical medicine clinical
hospital clinic doctor physician nurse
disease illness epidemic infection infectious communicable
mortality death fatality die
mental psychological wellbeing
nutrition food hunger malnutrition diet
reproductive sexual contraception
addiction misuse abuse dependence
smoking tobacco
sanitation hygiene sewage wastewater toilet
education school educational learning teaching
teacher teaching instructor
literacy numeracy reading
training skill vocational apprenticeship qualification
university tertiary college higher
student pupil learner
knowledge awareness understanding
awareness publicity campaign inform
research innovation science scientific development
technology technological digital ict technical
internet online web broadband website
information data statistic evidence
data dataset record database
employment job work labour labor worker
unemployment jobless unemployed
wage pay salary income earnings remuneration
business enterprise company firm entrepreneur entrepreneurship
business commercial industry industrial private
industry manufacturing factory production
trade export import market
tourism tourist visitor heritage cultural
culture cultural heritage art creative
economy economic growth gdp prosperity
macroeconomic inflation fiscal monetary
finance financial fund funding resource money
bank banking credit loan finance
tax revenue taxation fiscal
investment invest investor capital
budget spending expenditure cost
cost price expense affordable
efficiency efficient value productivity
debt loan borrowing
procurement purchase contract tender supplier
aid assistance support help
environment environmental ecological nature natural
climate greenhouse carbon emission warming
pollution emission contamination waste pollutant
waste recycling rubbish refuse garbage
chemical hazardous toxic
water freshwater river drainage
sea ocean marine coastal maritime
fish fishery fishing marine
forest forestry deforestation woodland tree
biodiversity species habitat wildlife ecosystem
land soil terrestrial
energy electricity power fuel
renewable solar wind clean
mineral mining quarry
transport transportation road traffic vehicle
vehicle car motor driver
accident collision crash injury casualty
infrastructure facility building construction
housing home house shelter settlement dwelling
homeless homelessness
city urban town municipal
rural agricultural village countryside
agriculture agricultural farm farmer farming crop
disaster hazard emergency catastrophe
resilience adaptation adaptive preparedness
sustainable sustainability
government state public authority administration
governance accountability transparency
transparent open openness
accountable accountability responsible scrutiny
institution organisation organization agency body
partnership partner collaboration cooperation co-operation multi-agency
coordination coordinate coordinated joint integrate integrated
international global world foreign regional
national country state
council councillor municipality
consultation consult engagement engage participation participate involve involvement
stakeholder partner
strategy plan policy programme program framework
strategy strategic
objective goal aim target purpose
priority prioritise prioritize focus key
measure indicator metric performance target
project initiative scheme programme
commitment undertaking pledge promise
action activity measure step
increase raise grow expand growth boost
reduce reduction decrease cut lower decline minimise minimize lessen
improve improvement enhance strengthen better upgrade
ensure guarantee secure
achieve attain reach accomplish
promote encourage foster support stimulate
develop development build establish create
establish create set found
implement implementation deliver delivery execute
provide provision supply deliver
maintain sustain preserve retain keep
expand extend broaden widen
eliminate eradicate end abolish
reform modernise modernize change transform
access accessible availability available
affordable cheap
quality standard
report reporting publish publication
review evaluate evaluation assess assessment audit inspection
monitor monitoring track oversight supervise
inspect inspection examine check verify
complaint grievance
decision decide determine
response respond reply
responsible responsibility accountable duty
right entitlement freedom
free freedom liberty
treaty convention agreement accord
agreement contract
obligation duty bound liability undertake
party parties signatory
confidential confidentiality secret proprietary nondisclosure
disclose disclosure reveal divulge communicate release
discloser disclosing
recipient receiving receiver
terminate termination expiry expiration end cease
survive continue remain
destroy destruction erase delete dispose
return give back surrender
retain keep retention
copy reproduce duplicate reproduction
oral orally verbal verbally spoken
written writing document
marked labelled labeled identified designated stamped legend
solicit hire employ recruit entice
represent representative agent delegate
adviser advisor consultant counsel attorney
affiliate subsidiary
licence license grant permission authorise authorize
right title interest ownership licence license
law court order subpoena judicial compel
notify notice notification inform
independent independently
acquire obtain receive gain
disassemble decompile reverse
use utilise utilize usage
prohibit forbid ban restrict restriction
permit allow authorise authorize enable
require requirement mandatory must need
compete competition competitor
transfer assign assignment
breach violation infringement
display show present view render
delete remove erase drop clear
add insert append include
create generate make produce
store save record log persist
retrieve fetch get read load
send transmit dispatch forward
receive accept get
message packet command telemetry
start begin launch initiate initialise initialize boot startup
stop halt end terminate abort
error fault failure exception
failure malfunction crash
timeout delay interval time
configure configuration setting parameter set
initial default
update modify change edit alter
user operator client
screen window panel page interface gui
interface api function routine
graph chart diagram
file document
input output
compute calculate computation calculation
validate validation verify check verification
detect identify recognise recognize
select choose pick
task activity job
date time schedule
link dependency relation relationship
import load
queue buffer
memory storage
monitor watch
drone uav aircraft vehicle
peace peaceful conflict war
conserve conservation preserve preservation protect
restore restoration rehabilitate rehabilitation recovery
degradation degraded desertification erosion drought
endangered extinction threatened poaching
illegal illicit unlawful criminal organised organized
vaccine vaccination immunisation immunization medicine
hiv aids tuberculosis malaria epidemic
chronic diabetes cancer cardiovascular
pregnant pregnancy antenatal maternal birth
childhood preschool nursery kindergarten early
primary secondary school
scholarship bursary student
dropout truancy attendance enrolment enrollment
livelihood income employment
decent dignified productive
entrepreneur startup small-scale micro
credit microfinance loan
remittance diaspora migrant
insurance pension social protection welfare benefit
welfare social benefit
slum informal squatter
ethnic indigenous tribal
identity registration civil
freedom press media expression
election vote voting democracy democratic
leadership leader women
participation representation representative
capacity capability training
statistics statistical census survey data
export tariff trade
commodity goods product
supply chain logistics distribution
consumption consumer consume
land tenure property ownership
irrigation water agriculture
livestock animal veterinary
seed genetic plant
air atmosphere ozone
noise nuisance
flood storm hurricane earthquake hazard
evacuation rescue relief emergency
rail bus public transport
port airport aviation shipping
pedestrian cyclist road
green park open space
sport recreation leisure physical
music film media creative
knife blade weapon
burglary break-in
stalking harassment domestic
reoffending recidivism rehabilitation
antisocial nuisance disorder
cyber online computer
intelligence information
custody remand sentence sentencing
bail remand
volunteer volunteering voluntary
charity voluntary non-governmental ngo
complaint misconduct
fund grant bursary
austerity cuts saving savings
saving savings economy efficiency
workforce recruit recruitment retention
diversity inclusion representative
mayor commissioner governor
panel committee board
speech public communication
"""
"""Each line a group of related words."""


@lru_cache(maxsize=1)
def related_stems() -> dict[str, tuple[str, ...]]:
    """Stem -> the stems of the words that often stand for it, sorted.

    >>> "juvenil" in related_stems()["youth"]
    True
    """
    table: dict[str, set[str]] = defaultdict(set)
    for line in GROUPS.strip().splitlines():
        group = {stem(word) for word in line.split()}
        for word in group:
            table[word] |= group - {word}
    return {word: tuple(sorted(others)) for word, others in sorted(table.items())}
